package org.egcg.reporting.internal.spi;

import java.util.Objects;

/**
 * Something that was started, and how it is reached until it is closed.
 *
 * @param address what the part of core needs that talks to it
 * @param stop stops it; does not fail
 */
public record Running<A>(A address, Runnable stop) implements AutoCloseable {

    public Running {
        Objects.requireNonNull(address);
        Objects.requireNonNull(stop);
    }

    /** Stops what was started. */
    @Override
    public void close() {
        stop.run();
    }

    /** Without the address, which may hold a password. */
    @Override
    public String toString() {
        return "what runs in place of a database";
    }
}
