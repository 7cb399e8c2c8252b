package org.egcg.reporting.web.operation;

import java.io.IOException;
import java.time.Duration;

/**
 * How an answer has to be taken: whoever reads it slower than 10 KB a second, half a minute aside, is waited for no
 * longer. Only the time counts in which the server waits for the client. For the thread of the request.
 */
final class Delivery {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BYTES_A_SECOND = 10 * 1024;

    private long sent;
    private long waited;

    /** A write that may wait. */
    interface Write {
        void go() throws IOException;
    }

    /** @throws IOException if the client has taken too long */
    void within(int bytes, Write write) throws IOException {
        long begun = System.nanoTime();
        write.go();
        waited += System.nanoTime() - begun;
        sent += bytes;
        if (waited > PATIENCE.plusMillis(sent * 1000 / BYTES_A_SECOND).toNanos()) {
            throw new IOException("the client takes the answer too slowly");
        }
    }
}
