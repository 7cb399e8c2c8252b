package org.egcg.reporting.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bad network in front of a server: connections drop, stall, break off in mid-answer, and arrive twice. */
public final class ChaosProxy implements AutoCloseable {
    /** What happens to a request. */
    public enum Fate {
        PASSES,
        DROPS_BEFORE_THE_SERVER,
        DROPS_AFTER_THE_SERVER,
        STALLS,
        BREAKS_OFF,
        ARRIVES_TWICE
    }

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    private final URI upstream;
    private final ServerSocket entrance;
    private final Random random;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<Fate, AtomicInteger> fates = new EnumMap<>(Fate.class);

    public ChaosProxy(String upstream, long seed) {
        this.upstream = URI.create(upstream);
        this.random = new Random(seed);
        for (Fate fate : Fate.values()) {
            fates.put(fate, new AtomicInteger());
        }
        try {
            entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public String url() {
        return "http://localhost:" + entrance.getLocalPort() + upstream.getPath();
    }

    /** How many requests met this fate. */
    public int times(Fate fate) {
        return fates.get(fate).get();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            byte[] request = request(client.getInputStream());
            if (request.length > 0) {
                relay(client, request, fate());
            }
        } catch (IOException broken) {
            // the point of it all
        }
    }

    private synchronized Fate fate() {
        Fate[] all = Fate.values();
        Fate fate = random.nextInt(100) < 40 ? Fate.PASSES : all[random.nextInt(all.length)];
        fates.get(fate).incrementAndGet();
        return fate;
    }

    private synchronized int upTo(int limit) {
        return random.nextInt(limit);
    }

    private void relay(Socket client, byte[] request, Fate fate) throws IOException {
        if (fate == Fate.DROPS_BEFORE_THE_SERVER) {
            return;
        }
        stall(fate);
        byte[] answer = ask(request);
        if (fate == Fate.ARRIVES_TWICE) {
            answer = ask(request);
        }
        stall(fate);
        if (fate != Fate.DROPS_AFTER_THE_SERVER) {
            client.getOutputStream().write(answer, 0, fate == Fate.BREAKS_OFF ? upTo(answer.length) : answer.length);
        }
    }

    private void stall(Fate fate) throws IOException {
        try {
            Thread.sleep(fate == Fate.STALLS ? upTo(400) : 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private byte[] ask(byte[] request) throws IOException {
        try (Socket server = new Socket(upstream.getHost(), upstream.getPort())) {
            server.setTcpNoDelay(true);
            server.getOutputStream().write(request);
            return server.getInputStream().readAllBytes();
        }
    }

    /** A whole request, made the last one of its connection. */
    private static byte[] request(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int octet = in.read();
        while (octet >= 0) {
            head.write(octet);
            if (head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                return whole(head.toString(StandardCharsets.ISO_8859_1), in);
            }
            octet = in.read();
        }
        return new byte[0];
    }

    private static byte[] whole(String head, InputStream in) throws IOException {
        Matcher length = LENGTH.matcher(head);
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        String closing = head.toLowerCase(Locale.ROOT).contains("connection:")
                ? head
                : head.replaceFirst("\r\n", "\r\nConnection: close\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(closing.getBytes(StandardCharsets.ISO_8859_1));
        request.write(body);
        return request.toByteArray();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        threads.shutdownNow();
    }
}
