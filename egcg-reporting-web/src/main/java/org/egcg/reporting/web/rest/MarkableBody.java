package org.egcg.reporting.web.rest;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;

/**
 * A request's body that can be looked into and gone back to. Jersey looks whether a form is empty before we read it,
 * and of a body that cannot go back it keeps the first byte for itself if that byte arrives late.
 */
final class MarkableBody extends ServletInputStream {

    private final ServletInputStream source;
    private final BufferedInputStream buffered;
    private boolean finished;

    MarkableBody(ServletInputStream source) {
        this.source = source;
        this.buffered = new BufferedInputStream(source);
    }

    @Override
    public int read() throws IOException {
        int next = buffered.read();
        finished = next < 0;
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = buffered.read(bytes, offset, length);
        finished = count < 0;
        return count;
    }

    @Override
    public int available() throws IOException {
        return buffered.available();
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public synchronized void mark(int most) {
        buffered.mark(most);
    }

    @Override
    public synchronized void reset() throws IOException {
        buffered.reset();
        finished = false;
    }

    @Override
    public boolean isFinished() {
        return finished;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        source.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
        buffered.close();
    }
}
