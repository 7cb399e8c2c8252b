package org.egcg.reporting.client;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Treats what an iterator brings, a few at a time, and keeps account. Items are drawn only when a worker is free. */
final class Workers<T> {
    private final Iterator<T> items;
    private final Work<T> work;
    private final Batch batch;
    private BatchResult result = new BatchResult(0, 0, List.of());
    private int drawn;
    private int done;
    private RuntimeException stop;

    Workers(Iterator<T> items, Batch batch, Work<T> work) {
        this.items = items;
        this.batch = batch;
        this.work = work;
    }

    BatchResult run(Executor executor) {
        List<CompletableFuture<Void>> others = new ArrayList<>();
        for (int worker = 1; worker < batch.parallel(); worker++) {
            others.add(CompletableFuture.runAsync(this::work, executor));
        }
        work();
        try {
            others.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            stop(e.getCause() instanceof RuntimeException cause ? cause : e);
        }
        return finished();
    }

    private synchronized BatchResult finished() {
        if (stop != null) {
            throw stop;
        }
        return result;
    }

    private void work() {
        for (Drawn<T> next = draw(); next != null; next = draw()) {
            try {
                account(work.treat(next.index(), next.item()));
            } catch (RuntimeException e) {
                stop(e);
            }
        }
    }

    private synchronized Drawn<T> draw() {
        try {
            return stop == null && items.hasNext() ? new Drawn<>(drawn++, items.next()) : null;
        } catch (RuntimeException e) {
            stop(e);
            return null;
        }
    }

    private synchronized void account(BatchResult one) {
        result = result.plus(one);
        int failed = one.failures().size();
        done += one.posted() + one.patched() + failed;
        if (failed > 0 && !batch.goesOn()) {
            stop(one.failures().get(0).cause());
        }
        batch.progress().accept(done);
    }

    private synchronized void stop(RuntimeException cause) {
        if (stop == null) {
            stop = cause;
        }
    }

    private record Drawn<T>(int index, T item) {}

    /** What to do with one item. */
    @FunctionalInterface
    interface Work<T> {
        BatchResult treat(int index, T item);
    }
}
