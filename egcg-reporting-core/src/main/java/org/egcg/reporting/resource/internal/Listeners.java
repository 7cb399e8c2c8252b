package org.egcg.reporting.resource.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Those who want to know that something has happened. They are told on the thread that did it, one after the other; what
 * one of them throws is logged, and neither undoes what has happened nor keeps it from the others. Thread-safe.
 */
public final class Listeners<T> {

    private static final System.Logger LOG = System.getLogger(Listeners.class.getName());

    private final List<Consumer<? super T>> listeners = new CopyOnWriteArrayList<>();

    public void add(Consumer<? super T> listener) {
        listeners.add(listener);
    }

    /** @param news asked for only if there are listeners */
    public void tell(Supplier<? extends T> news) {
        if (!listeners.isEmpty()) {
            T happened = news.get();
            listeners.forEach(listener -> tell(listener, happened));
        }
    }

    private static <T> void tell(Consumer<? super T> listener, T happened) {
        try {
            listener.accept(happened);
        } catch (RuntimeException | LinkageError | AssertionError broken) {
            // whatever it is, the write that it follows stands, and its client has to be told so
            LOG.log(System.Logger.Level.ERROR, "a listener failed after " + happened, broken);
        }
    }
}
