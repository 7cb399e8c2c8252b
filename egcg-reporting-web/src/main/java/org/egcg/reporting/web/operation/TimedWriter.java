package org.egcg.reporting.web.operation;

import java.io.IOException;
import java.io.Writer;

/** The text of an answer, which has to be taken in time. */
final class TimedWriter extends Writer {

    private final Writer out;
    private final ReadingPace delivery;

    TimedWriter(Writer out, ReadingPace delivery) {
        this.out = out;
        this.delivery = delivery;
    }

    @Override
    public void write(char[] letters, int offset, int length) throws IOException {
        delivery.within(length, () -> out.write(letters, offset, length));
    }

    @Override
    public void flush() throws IOException {
        delivery.within(0, out::flush);
    }

    @Override
    public void close() throws IOException {
        delivery.within(0, out::close);
    }
}
