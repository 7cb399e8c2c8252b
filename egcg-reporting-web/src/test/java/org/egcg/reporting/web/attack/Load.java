package org.egcg.reporting.web.attack;

import java.io.IOException;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
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

    /** A connection that ends with the load, if not before. */
    Socket connected(int port) throws IOException {
        Socket socket = new Socket("localhost", port) {
            @Override
            public synchronized void close() throws IOException {
                open.remove(this);
                super.close();
            }
        };
        open.add(socket);
        if (enough) {
            socket.close();
        }
        return socket;
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
        open.forEach(Load::end);
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException ended) {
            // as wanted
        }
    }
}
