package org.egcg.reporting.web.home;

import java.util.List;

/**
 * One of the newest runs.
 *
 * @param q30 per cent of bases at Q30 or better; empty text if nothing is known yet
 * @param low whether a lane of the run is below its limit of that
 * @param state what is to be done or being done, and {@code style} its sign
 */
public record NewRun(String id, String href, List<Lane> lanes, String q30, boolean low, String state, String style) {

    /**
     * A lane as a square.
     *
     * @param style {@code pass}, {@code warn}, {@code fail} or {@code idle}
     */
    public record Lane(String number, String style, String words) {

        /** What is written in the square, so that it can be told without its colour. */
        public String sign() {
            return style.equals("fail") ? "✕" : style.equals("warn") ? "!" : number;
        }
    }

    public NewRun {
        lanes = List.copyOf(lanes);
    }
}
