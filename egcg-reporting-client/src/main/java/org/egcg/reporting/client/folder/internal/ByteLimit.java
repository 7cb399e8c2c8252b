package org.egcg.reporting.client.folder.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with a failure after so many bytes, however much a packed file makes of itself. What is skipped does not count. */
public final class ByteLimit extends FilterInputStream {
    private final long most;
    private long end;
    private long read;

    public ByteLimit(InputStream bytes, long most) {
        super(bytes);
        this.most = most;
        this.end = most;
    }

    /** From here on only so many bytes may be read, until something else is allowed; never more than there may be in all. */
    public void allow(long more) {
        end = more < most - read ? read + more : most;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int some = super.read(into, from, length);
        count(Math.max(some, 0));
        return some;
    }

    private void count(int some) throws TooLong {
        read += some;
        if (read > end) {
            throw new TooLong(
                    end < most
                            ? "has a name that is longer than any of a file"
                            : "is longer than %,d bytes".formatted(most));
        }
    }

    /** There was more. */
    public static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong(String sentence) {
            super(sentence);
        }
    }
}
