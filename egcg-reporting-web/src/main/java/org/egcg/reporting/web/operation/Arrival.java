package org.egcg.reporting.web.operation;

import java.io.IOException;
import java.time.Duration;
import org.egcg.reporting.error.ReportingException.TooLarge;

/**
 * How a body has to arrive: in time, and from strangers no more than a form with a name and a password needs. A user's
 * body may take so long, and a second more for each 50 KB that have come; a stranger's only so long. Time counts from
 * the first byte that is waited for. For the thread of the request.
 */
final class Arrival {

    /** Of what strangers send. */
    static final int MOST_OF_STRANGERS = 64 * 1024;

    private static final int BYTES_A_SECOND = 50 * 1024;

    private final RequestSlot admission;
    private final Duration patience;
    private long arrived;
    private long begun = -1;

    /** A read that may wait. */
    interface Read {
        int bytes() throws IOException;
    }

    Arrival(RequestSlot admission, Duration patience) {
        this.admission = admission;
        this.patience = patience;
    }

    /**
     * How many bytes a read answers; fewer than 0 at the end.
     *
     * @throws TooLate if that was too slow; the server gives up a read that waits for too long itself
     * @throws TooLarge if a stranger sends more than strangers may
     */
    int within(Read read) throws IOException {
        long now = System.nanoTime();
        begun = begun < 0 ? now : begun;
        check(now);
        try {
            int bytes = read.bytes();
            arrived += Math.max(0, bytes);
            if (bytes >= 0) {
                check(System.nanoTime());
            }
            return bytes;
        } catch (IOException | RuntimeException ended) { // Undertow may end a read that it gave up by a null pointer
            if (System.nanoTime() - now > patience.dividedBy(2).toNanos()) {
                throw tooLate();
            }
            throw ended;
        }
    }

    private void check(long now) {
        if (!admission.isRecognised() && arrived > MOST_OF_STRANGERS) {
            throw new TooLarge("The request's body has more than " + MOST_OF_STRANGERS + " bytes.");
        }
        long credit = admission.isRecognised() ? arrived * 1000 / BYTES_A_SECOND : 0;
        if (now - begun > patience.plusMillis(credit).toNanos()) {
            throw tooLate();
        }
    }

    private static TooLate tooLate() {
        return new TooLate("The request's body did not arrive in time.");
    }
}
