package org.egcg.reporting.client.cli;

import java.io.PrintWriter;
import java.util.function.IntConsumer;
import org.egcg.reporting.client.BatchResult;

/** A line on the standard error about once a second, while long work goes on. */
final class Progress implements IntConsumer {
    private static final long SECOND = 1_000_000_000L;

    private final PrintWriter err;
    private final String deed;
    private final String total;
    private final long start = System.nanoTime();
    private long told = start;
    private int done;

    /** @param total how many there will be; negative if unknown */
    Progress(PrintWriter err, String deed, int total) {
        this.err = err;
        this.deed = deed;
        this.total = total < 0 ? "" : " of " + total;
    }

    @Override
    public synchronized void accept(int documents) {
        done = documents;
        if (System.nanoTime() - told >= SECOND) {
            told = System.nanoTime();
            tell();
        }
    }

    /** The last line, if there was any before. */
    synchronized void end() {
        if (told != start) {
            tell();
        }
    }

    private void tell() {
        double seconds = (System.nanoTime() - start) / (double) SECOND;
        err.printf("%d%s %s, %.0f per second%n", done, total, deed, done / seconds);
        err.flush();
    }

    static String summary(BatchResult result) {
        return "{\"posted\": %d, \"patched\": %d, \"failed\": %d}"
                .formatted(result.posted(), result.patched(), result.failures().size());
    }
}
