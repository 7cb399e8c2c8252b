package org.egcg.reporting.client.folder.internal;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Counts lines, and passes over the mark at the beginning that some editors leave. A text is read bit by bit, a line, a record
 * of a table or an element of XML; a bit that is longer than any that tools write is refused, so that memory is bounded.
 */
public final class LineLimit extends FilterReader {
    /** Stands where bytes are no text. */
    static final String NO_TEXT = "\uffff";

    private static final int LONGEST = 1 << 17;
    private static final int MARK = 0xFEFF;

    private long line = 1;
    private int length;
    private int column;
    private boolean begun;

    /** The text is none, or goes on for too long, in the line that was read last. */
    static final class NoSuchTextException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        NoSuchTextException(String sentence) {
            super(sentence);
        }
    }

    LineLimit(Reader text) {
        super(text);
    }

    /** The line that was read last, counted from 1. */
    public long line() {
        return column == 0 && line > 1 ? line - 1 : line;
    }

    /** What was read so far is done with; the next bit begins. */
    public void next() {
        length = 0;
    }

    /** The next line without its end; null at the end of the text. */
    public @Nullable String readLine() throws IOException {
        next();
        StringBuilder text = new StringBuilder();
        int next = read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            text.append((char) next);
            next = read();
        }
        int end = text.length();
        return end > 0 && text.charAt(end - 1) == '\r' ? text.substring(0, end - 1) : text.toString();
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (!begun) {
            begun = true;
            next = next == MARK ? super.read() : next;
        }
        if (next >= 0) {
            count((char) next);
        }
        return next;
    }

    @Override
    public int read(char[] into, int from, int most) throws IOException {
        int read = 0;
        while (read < most) {
            int next = read();
            if (next < 0) {
                break;
            }
            into[from + read++] = (char) next;
            if (next == '\n') {
                break;
            }
        }
        return read == 0 && most > 0 ? -1 : read;
    }

    private void count(char next) {
        if (next == 0 || next == NO_TEXT.charAt(0)) {
            throw new NoSuchTextException(next == 0 ? "holds bytes that are no text" : "is no text in UTF-8");
        }
        if (next == '\n') {
            line++;
            column = 0;
        } else {
            column++;
        }
        if (++length > LONGEST) {
            throw new NoSuchTextException("is longer than any line of such a file");
        }
    }
}
