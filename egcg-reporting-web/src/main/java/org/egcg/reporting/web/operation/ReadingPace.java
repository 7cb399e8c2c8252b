package org.egcg.reporting.web.operation;

import java.io.IOException;
import java.time.Duration;

/**
 * How an answer has to be taken: a client that reads it slower than 10 KB a second, half a minute aside, is waited for no
 * longer. Only the time counts in which the server waits for the client. For the thread of the request.
 */
final class ReadingPace {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BYTES_A_SECOND = 10 * 1024;

    private final Duration patience;
    private final int bytesASecond;
    private long sent;
    private long waited;

    ReadingPace() {
        this(PATIENCE, BYTES_A_SECOND);
    }

    /** @param patience for a client that takes nothing */
    ReadingPace(Duration patience, int bytesASecond) {
        this.patience = patience;
        this.bytesASecond = bytesASecond;
    }

    /** A write that may wait. */
    interface Write {
        void go() throws IOException;
    }

    /** @throws IOException if the client has taken too long; then nothing more is written, whatever is called */
    void within(int length, Write write) throws IOException {
        check();
        long begun = System.nanoTime();
        write.go();
        waited += System.nanoTime() - begun;
        sent += length;
        check();
    }

    private void check() throws IOException {
        if (waited > patience.plusMillis(sent * 1000 / bytesASecond).toNanos()) {
            throw new IOException("the client takes the answer too slowly");
        }
    }
}
