package org.egcg.reporting.web.attack;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Threads that do the same again and again until it is enough. */
final class Load implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "load");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean enough;

    /** Something that may fail, and is done again whether or not. */
    @FunctionalInterface
    interface Step {
        void go() throws Exception;
    }

    /** One more thread that does this, with a pause after each time. */
    void add(long pauseMillis, Step step) {
        threads.execute(() -> {
            while (!enough) {
                attempt(step);
                pause(pauseMillis);
            }
        });
    }

    private static void attempt(Step step) {
        try {
            step.go();
        } catch (Exception failed) {
            // whoever wants to know has noted it
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        enough = true;
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
