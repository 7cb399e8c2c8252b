package org.egcg.reporting.embedded.clarity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.clarity.ClarityAccount;
import org.egcg.reporting.embedded.access.Password;

/**
 * A stand-in for Clarity's REST API on the loopback interface.
 *
 * <p>The scene is a document: {@code users, samples, pools, workflows, queues, programs, containers, next_step,
 * page_size, routing_takes, faults}; what a reset leaves out stays as the packaged {@code clarity.json} has it. Safe for
 * threads.
 */
public final class FakeClarity implements AutoCloseable {

    private static final String SERVICE = "apiuser";
    private static final int MOST_THREADS = 64;

    /** How long the JDK's server waits for the whole of a request, in seconds; it is asked once per program. */
    private static final String REQUEST_TIME = "sun.net.httpserver.maxReqTime";

    static {
        if (System.getProperty(REQUEST_TIME) == null) {
            System.setProperty(REQUEST_TIME, "30");
        }
    }

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final FakeClarityState world = new FakeClarityState();
    private final String path;
    private final ClarityAccount service;

    private FakeClarity(int port, String path, ClarityAccount service, boolean isControlled) throws IOException {
        this.path = path;
        this.service = service;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        threads = threads();
        server.setExecutor(threads);
        server.createContext(path + "/", new FakeClarityHandler(world, path, isControlled));
        if (!path.isEmpty()) {
            server.createContext("/", FakeClarity::findNothing);
        }
    }

    /** The JDK's own answer would leave the body unread, and break the connection before it is read. */
    private static void findNothing(HttpExchange exchange) throws IOException {
        try (exchange) {
            FakeClarityRequest.drain(exchange);
            exchange.sendResponseHeaders(404, -1);
        }
    }

    private static ThreadPoolExecutor threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                MOST_THREADS, MOST_THREADS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "embedded-clarity");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /**
     * Opens it for tests: with the accounts of the packaged scene, and a control interface for all programs of the machine.
     * {@code POST /_control/reset} sets the scene, {@code GET /_control/log} and {@code /_control/state} tell what
     * happened.
     *
     * @param port where; 0 for any that is free
     */
    public static FakeClarity open(int port) throws IOException {
        FakeClarity clarity = new FakeClarity(port, "", new ClarityAccount(SERVICE, "apipass"), true);
        clarity.server.start();
        return clarity;
    }

    /**
     * Opens it for a service: without samples, without a control interface, below a path that cannot be guessed, and with
     * a random password for the service's account.
     */
    public static FakeClarity secluded() throws IOException {
        ClarityAccount service = new ClarityAccount(SERVICE, Password.random().value());
        FakeClarity clarity = new FakeClarity(0, "/" + Password.random().value(), service, false);
        clarity.reset(new BsonDocument("samples", new BsonArray())
                .append("users", new BsonDocument(SERVICE, new BsonString(service.password()))));
        clarity.server.start();
        return clarity;
    }

    /** What to configure as {@code clarity.baseuri}. */
    public String baseuri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The account for what a service asks for itself. */
    public ClarityAccount service() {
        return service;
    }

    /** Sets the scene, and forgets what happened. */
    public void reset(BsonDocument changes) {
        world.reset(changes);
    }

    /** Adds a sample with its artifact, under the next free id, unless there is one of this name. */
    public void know(String sample, BsonDocument fields) {
        world.know(sample, fields);
    }

    /** Every call since the last reset: {@code method, path, query, user, status, body}. */
    public BsonValue log() {
        return world.log();
    }

    /** What was changed since the last reset: routings, steps, programs. */
    public BsonValue changes() {
        return world.changes();
    }

    /** Queues, and the inputs of the steps. */
    public BsonDocument state() {
        return world.state();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** Runs it until the process ends; the port is the first argument, 8099 if there is none. */
    public static void main(String... arguments) throws IOException {
        FakeClarity clarity = open(arguments.length == 0 ? 8099 : Integer.parseInt(arguments[0]));
        System.out.println("Clarity's stand-in: " + clarity.baseuri());
    }
}
