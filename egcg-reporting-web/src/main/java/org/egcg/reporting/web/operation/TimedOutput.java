package org.egcg.reporting.web.operation;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** An answer that has to be taken in time. */
final class TimedOutput extends ServletOutputStream {

    private final ServletOutputStream out;
    private final ReadingPace delivery;

    TimedOutput(ServletOutputStream out, ReadingPace delivery) {
        this.out = out;
        this.delivery = delivery;
    }

    @Override
    public void write(int letter) throws IOException {
        delivery.within(1, () -> out.write(letter));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        delivery.within(length, () -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        delivery.within(0, out::flush);
    }

    @Override
    public void close() throws IOException {
        delivery.within(0, out::close);
    }

    @Override
    public boolean isReady() {
        return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        out.setWriteListener(listener);
    }
}
