package org.egcg.reporting.web.rest;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.types.ObjectId;
import org.egcg.reporting.embedded.store.EmbeddedStore;

/**
 * The least that a service over a store can do: the JDK's server, the driver, and its own JSON. No users, no checks, no
 * aggregates. What the reporting service costs is measured against it, in the same run, on the same kind of store.
 */
final class BareLoop implements AutoCloseable {

    private final EmbeddedStore store = EmbeddedStore.inMemory();
    private final MongoClient client = MongoClients.create(store.connectionString());
    private final MongoCollection<RawBsonDocument> documents =
            client.getDatabase("bare").getCollection("run_elements", RawBsonDocument.class);
    private final HttpServer server;

    BareLoop() throws IOException {
        // else the last piece of an answer waits for the client to acknowledge the one before, 40 ms
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(16));
        server.createContext("/run_elements", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("POST")) {
                insert(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(201, -1);
            } else {
                exchange.sendResponseHeaders(200, 0);
                write(exchange);
            }
        }
    }

    private void insert(String json) {
        List<RawBsonDocument> sent = BsonDocument.parse("{\"all\": " + json + "}").getArray("all").stream()
                .map(one -> new RawBsonDocument(
                        one.asDocument().append("_id", new BsonObjectId()), new org.bson.codecs.BsonDocumentCodec()))
                .toList();
        documents.insertMany(sent);
    }

    private void write(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        int size = query.startsWith("max_results=") ? Integer.parseInt(query.substring(12)) : 25;
        String id = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
        BsonDocument filter = ObjectId.isValid(id)
                ? new BsonDocument("_id", new BsonObjectId(new ObjectId(id)))
                : new BsonDocument("_etag", new BsonDocument("$ne", new BsonString("")));
        try (OutputStream out = exchange.getResponseBody()) {
            out.write('[');
            for (RawBsonDocument document : documents
                    .find(filter)
                    .sort(new BsonDocument("_id", new BsonInt64(1)))
                    .batchSize(1000)
                    .limit(size)) {
                out.write(document.toJson().getBytes(StandardCharsets.UTF_8));
            }
            out.write(']');
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
        store.close();
    }
}
