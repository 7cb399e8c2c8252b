package org.egcg.reporting.web.operation;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A body that has to arrive in time. */
final class TimedInput extends ServletInputStream {

    private final ServletInputStream in;
    private final Arrival arrival;

    TimedInput(ServletInputStream in, Arrival arrival) {
        this.in = in;
        this.arrival = arrival;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return arrival.within(() -> in.read(bytes, offset, length));
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    /** Undertow would read all that is still to come. */
    @Override
    public void close() {
        // the server ends what it has begun
    }

    @Override
    public boolean isFinished() {
        return in.isFinished();
    }

    @Override
    public boolean isReady() {
        return in.isReady();
    }

    /** Everything here is read by the request's own thread. */
    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("a body is read by the thread of its request");
    }
}
