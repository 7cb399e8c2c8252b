package org.egcg.reporting.admin;

import java.io.PrintWriter;
import org.egcg.reporting.aggregation.RecomputationProgress;

/** Shows progress: on a terminal as a bar that moves, elsewhere as one line per tenth of the way. */
final class ProgressBar implements RecomputationProgress {

    private static final int CELLS = 30;

    private final PrintWriter out;
    private final boolean terminal;
    private String resource = "";
    private long tenths;

    ProgressBar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void reached(String at, long done, long total) {
        if (!at.equals(resource)) {
            resource = at;
            tenths = 0;
        }
        if (terminal) {
            out.print("\r" + line(done, total) + (done == total ? "\n" : ""));
        } else if (done * 10 / total > tenths) {
            tenths = done * 10 / total;
            out.println(line(done, total));
        }
        out.flush();
    }

    private String line(long done, long total) {
        int full = (int) (done * CELLS / total);
        return "%-14s [%s%s] %3d%% %d of %d"
                .formatted(resource, "#".repeat(full), ".".repeat(CELLS - full), done * 100 / total, done, total);
    }
}
