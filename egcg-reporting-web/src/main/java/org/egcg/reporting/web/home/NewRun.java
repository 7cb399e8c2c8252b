package org.egcg.reporting.web.home;

import java.util.List;
import org.egcg.reporting.web.table.LaneSquare;

/**
 * One of the newest runs.
 *
 * @param q30 per cent of bases at Q30 or better; empty text if nothing is known yet
 * @param low whether a lane of the run is below its limit of that
 * @param state what is to be done or being done, and {@code style} its sign
 */
public record NewRun(
        String id, String href, List<LaneSquare> lanes, String q30, boolean low, String state, String style) {

    public NewRun {
        lanes = List.copyOf(lanes);
    }
}
