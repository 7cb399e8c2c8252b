package org.egcg.reporting.embedded.clarity;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * A stand-in for Clarity's REST API on the loopback interface.
 *
 * <p>The scene is a document: {@code users, samples, pools, workflows, queues, programs, containers, next_step,
 * page_size, routing_takes, faults}; what a reset leaves out stays as the packaged {@code clarity.json} has it.
 * {@code POST /_control/reset} sets it from outside, {@code GET /_control/log} and {@code /_control/state} tell what
 * happened. Safe for threads.
 */
public final class EmbeddedClarity implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final World world = new World();

    private EmbeddedClarity(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "embedded-clarity");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", new Door(world));
    }

    /**
     * Opens it.
     *
     * @param port where; 0 for any that is free
     */
    public static EmbeddedClarity open(int port) throws IOException {
        EmbeddedClarity clarity = new EmbeddedClarity(port);
        clarity.server.start();
        return clarity;
    }

    /** What to configure as {@code clarity.baseuri}. */
    public String baseuri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
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
        EmbeddedClarity clarity = open(arguments.length == 0 ? 8099 : Integer.parseInt(arguments[0]));
        System.out.println("Clarity's stand-in: " + clarity.baseuri());
    }
}
