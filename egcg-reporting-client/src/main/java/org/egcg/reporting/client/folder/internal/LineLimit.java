package org.egcg.reporting.client.folder.internal;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Counts lines, refuses those that no tool writes, and passes over the mark at the beginning that some editors leave. */
public final class LineLimit extends FilterReader {
    private static final int LONGEST = 1 << 17;
    private static final int MARK = 0xFEFF;

    private long line = 1;
    private int length;
    private boolean begun;

    LineLimit(Reader text) {
        super(text);
    }

    /** The line that was read last, counted from 1. */
    public long line() {
        return length == 0 && line > 1 ? line - 1 : line;
    }

    /** The next line without its end; null at the end of the text. */
    public @Nullable String readLine() throws IOException {
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
        if (next == 0) {
            throw new IllegalArgumentException("holds bytes that are no text");
        }
        if (next == '\n') {
            line++;
            length = 0;
        } else if (++length > LONGEST) {
            throw new IllegalArgumentException("is longer than any line of such a file");
        }
    }
}
