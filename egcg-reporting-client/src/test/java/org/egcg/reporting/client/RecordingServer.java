package org.egcg.reporting.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps what it was asked, answers what it was told to. */
public final class RecordingServer implements AutoCloseable {
    static {
        // else each answer waits for the other side's delayed acknowledgement, 40 ms
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Queue<Answer> script = new ArrayDeque<>();
    private volatile Function<Request, Answer> otherwise = request -> Answer.ok("{\"data\": [], \"_links\": {}}");

    public RecordingServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The answers to the next requests, in order. */
    public RecordingServer next(Answer... answers) {
        synchronized (script) {
            Collections.addAll(script, answers);
        }
        return this;
    }

    /** The answer to every request that has none of its own. */
    public RecordingServer always(Function<Request, Answer> answer) {
        this.otherwise = answer;
        return this;
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/api/0.1";
    }

    public List<Request> requests() {
        return requests;
    }

    /** Method and address of each request, the API's prefix left out. */
    public List<String> lines() {
        return requests.stream()
                .map(request -> request.method() + " " + request.address().replaceFirst("^/api/0.1", "…"))
                .toList();
    }

    public Request only() {
        if (requests.size() != 1) {
            throw new AssertionError("not one request but " + lines());
        }
        return requests.get(0);
    }

    public Request last() {
        return requests.get(requests.size() - 1);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Request request = record(exchange);
        Answer answer;
        synchronized (script) {
            answer = script.poll();
        }
        Answer given = answer == null ? otherwise.apply(request) : answer;
        try {
            Thread.sleep(given.delay());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (given.status() != 0) {
            send(exchange, given);
        }
        exchange.close();
    }

    private Request record(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        byte[] body = exchange.getRequestBody().readAllBytes();
        Request request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                new String(body, StandardCharsets.UTF_8));
        requests.add(request);
        return request;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.bytes().get();
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length + answer.promisedMore());
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    public record Request(String method, String address, Map<String, String> headers, String body) {
        public String header(String name) {
            return headers.get(name);
        }

        public String path() {
            return address.replaceFirst("\\?.*", "");
        }
    }

    /** What to answer; status 0 drops the connection, {@code promisedMore} breaks it off before its end. */
    public record Answer(
            int status, Map<String, String> headers, Supplier<byte[]> bytes, long delay, long promisedMore) {
        public static Answer of(int status, String body) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            return new Answer(status, Map.of("Content-Type", "application/json"), () -> bytes, 0, 0);
        }

        public static Answer ok(String body) {
            return of(200, body);
        }

        static Answer created(String body) {
            return of(201, body);
        }

        static Answer dropped() {
            return of(0, "");
        }

        public Answer with(String name, String value) {
            Map<String, String> all = new TreeMap<>(headers);
            all.put(name, value);
            return new Answer(status, all, bytes, delay, promisedMore);
        }

        Answer after(long millis) {
            return new Answer(status, headers, bytes, millis, promisedMore);
        }

        Answer brokenOff() {
            return new Answer(status, headers, bytes, delay, 10);
        }

        public Answer bytes(byte[] other) {
            return new Answer(status, headers, () -> other, delay, promisedMore);
        }
    }
}
