package org.egcg.reporting.web.gate;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Stands in the service's place from the start of the virtual machine until the application is ready, as an agent:
 * {@code -javaagent:egcg-reporting.war=0.0.0.0:8080}. Tells whoever comes that the service is starting, and whoever looks
 * after it that it lives and is not ready.
 */
public final class Gate {

    private static final int THREADS = 31;
    private static final int WAITING = 256;
    private static final int PATIENCE_IN_MILLISECONDS = 2_000;
    private static final int BUFFER = 16 * 1024;

    /** As large as a body may be that the service takes. */
    private static final long MOST_UNREAD = 64L * 1024 * 1024;

    private static volatile Gate only;

    private final ServerSocket port;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Gate::daemon);
    private final Thread accepting = daemon(this::accept);

    Gate(String address, int port) throws IOException {
        this.port = new ServerSocket();
        this.port.bind(new InetSocketAddress(InetAddress.getByName(address), port), WAITING);
        accepting.start();
    }

    /** Called by the virtual machine. A port that is taken is the server's to complain of. */
    public static void premain(String where) {
        int colon = where.lastIndexOf(':');
        try {
            only = new Gate(where.substring(0, colon), Integer.parseInt(where.substring(colon + 1)));
        } catch (IOException taken) {
            System.err.println("Nothing is answered at " + where + " during the start: " + taken.getMessage());
        }
    }

    /** Gives the port away; called by the application, from another class loader, once it is ready. */
    public static void open() throws IOException {
        Gate gate = only;
        only = null;
        if (gate != null) {
            gate.close();
        }
    }

    int port() {
        return port.getLocalPort();
    }

    /** The system takes the port back only when no thread waits for visitors at it any more: until then the server cannot have it. */
    void close() throws IOException {
        port.close();
        try {
            accepting.join(PATIENCE_IN_MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        threads.shutdown();
    }

    private void accept() {
        while (!port.isClosed()) {
            try {
                receive(port.accept());
            } catch (SocketException closed) {
                return;
            } catch (IOException unlucky) {
                // the next one may come
            }
        }
    }

    private void receive(Socket visitor) {
        try {
            threads.execute(() -> answer(visitor));
        } catch (RejectedExecutionException opening) {
            // came in at the very moment at which the port was given away
            answer(visitor);
        }
    }

    private static void answer(Socket visitor) {
        try (visitor) {
            visitor.setSoTimeout(PATIENCE_IN_MILLISECONDS);
            byte[] answer = StartingAnswer.to(RequestLine.read(visitor.getInputStream()));
            visitor.getOutputStream().write(answer);
            visitor.shutdownOutput();
            drain(visitor);
        } catch (IOException gone) {
            // who does not wait is not waited for
        }
    }

    /** Closing a connection of which something is unread breaks it, and the answer may be lost with it. */
    private static void drain(Socket visitor) throws IOException {
        long end = System.nanoTime() + PATIENCE_IN_MILLISECONDS * 1_000_000L;
        InputStream in = visitor.getInputStream();
        byte[] unused = new byte[BUFFER];
        long left = MOST_UNREAD;
        while (left > 0 && System.nanoTime() < end) {
            int read = in.read(unused);
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "egcg-gate");
        thread.setDaemon(true);
        return thread;
    }
}
