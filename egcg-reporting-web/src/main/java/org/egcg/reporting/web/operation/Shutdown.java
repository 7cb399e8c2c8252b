package org.egcg.reporting.web.operation;

/**
 * Whether this process is being stopped, from the first moment on: servers close beans and filters one after the other
 * for seconds, and answer requests meanwhile. Thread-safe.
 */
public final class Shutdown implements AutoCloseable {

    private final Thread hook;
    private volatile boolean begun;

    private Shutdown(Runnable then) {
        hook = new Thread(
                () -> {
                    begun = true;
                    then.run();
                },
                "egcg-shutdown");
    }

    /** @param then is done as soon as it begins, and has to be short */
    public static Shutdown watched(Runnable then) {
        Shutdown shutdown = new Shutdown(then);
        Runtime.getRuntime().addShutdownHook(shutdown.hook);
        return shutdown;
    }

    public boolean hasBegun() {
        return begun;
    }

    /** Stops watching; what has begun stays so. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            // the process needs no tidying up any more
        }
    }
}
