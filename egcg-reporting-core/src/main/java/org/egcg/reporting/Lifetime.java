package org.egcg.reporting;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.jspecify.annotations.Nullable;

/**
 * From opening the library to closing it: what was opened meanwhile is closed with it, the last first. A part that is
 * just being opened is waited for; afterwards nothing opens any more. Thread-safe.
 */
final class Lifetime implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Lifetime.class.getName());

    /** Held for reading by those who open a part, for writing by the one who closes all of them. */
    private final ReadWriteLock opening = new ReentrantReadWriteLock();

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private volatile boolean closed;

    /** @throws Unavailable if it is over */
    void check() {
        if (closed) {
            throw new Unavailable("reporting", "The library has been closed.", null);
        }
    }

    /** Has something closed at the end. */
    <T extends AutoCloseable> T closing(T part) {
        synchronized (opened) {
            opened.push(part);
        }
        return part;
    }

    /** Something that is opened when it is first asked for, or, if that fails, when it is next asked for. */
    <T> Supplier<T> lazy(Supplier<T> source) {
        return new Lazy<>(source);
    }

    private final class Lazy<T> implements Supplier<T> {
        private final Supplier<T> source;
        private volatile @Nullable T value;

        Lazy(Supplier<T> source) {
            this.source = source;
        }

        @Override
        public T get() {
            check();
            T known = value;
            return known == null ? opened() : known;
        }

        private T opened() {
            opening.readLock().lock();
            try {
                check();
                return once();
            } finally {
                opening.readLock().unlock();
            }
        }

        private synchronized T once() {
            if (value == null) {
                T made = source.get();
                if (made instanceof AutoCloseable part) {
                    closing(part);
                }
                value = made;
            }
            return value;
        }
    }

    @Override
    public void close() {
        // Before the lock: those that wait for it to open a part see that it is over.
        closed = true;
        opening.writeLock().lock();
        try {
            while (!opened.isEmpty()) {
                close(opened.pop());
            }
        } finally {
            opening.writeLock().unlock();
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception stuck) {
            LOG.log(System.Logger.Level.WARNING, "closing " + part, stuck);
        }
    }
}
