package org.egcg.reporting.web.page;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;

/**
 * Stands between a service and its document store, and says what went by: commands, and documents in answers. Left out is
 * what drivers say to keep a connection, and the given collections. It reads messages that are not compressed, which those of
 * a service are not unless its connection string says so. Thread-safe.
 */
final class WireMeter implements AutoCloseable {

    private static final Set<String> OF_CONNECTIONS =
            Set.of("hello", "isMaster", "ismaster", "ping", "saslStart", "saslContinue", "endSessions", "buildInfo");
    private static final Set<String> ALWAYS_NEW = Set.of("lsid", "$clusterTime", "txnNumber");

    private static final int MESSAGE = 2013;
    private static final int HEADER = 16;
    /** Flags, and the kind of the first section. */
    private static final int BODY = HEADER + Integer.BYTES + Byte.BYTES;

    private final ConnectionString store;
    private final Set<String> leftOut;
    private final ServerSocket entrance;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<StoreReading.Question> asked = new ArrayList<>();
    private final List<String> read = new ArrayList<>();
    private Instant heard = Instant.now();

    /** @param uri of a store that is a single server */
    WireMeter(String uri, Set<String> leftOut) throws IOException {
        store = new ConnectionString(uri);
        this.leftOut = leftOut;
        entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** Of the same store, by way of this. */
    String uri() {
        return store.getConnectionString().replace(store.getHosts().get(0), "127.0.0.1:" + entrance.getLocalPort());
    }

    /** Gives what went by, and begins anew. */
    synchronized StoreReading taken() {
        StoreReading all = new StoreReading(List.copyOf(asked), List.copyOf(read));
        asked.clear();
        read.clear();
        return all;
    }

    /** Whether nothing that counts has gone by for so long. */
    synchronized boolean isQuietFor(Duration time) {
        return heard.isBefore(Instant.now().minus(time));
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket service = entrance.accept();
                ServerAddress address = new ServerAddress(store.getHosts().get(0));
                Socket server = new Socket(address.getHost(), address.getPort());
                threads.execute(() -> forward(service, server, this::question));
                threads.execute(() -> forward(server, service, this::answer));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void forward(Socket from, Socket to, Consumer<BsonDocument> listener) {
        try (from;
                to) {
            to.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(from.getInputStream());
            OutputStream out = to.getOutputStream();
            while (true) {
                byte[] message = message(in);
                ByteBuffer numbers = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
                // Before it is sent on: who has the answer finds it counted.
                if (numbers.getInt(HEADER - Integer.BYTES) == MESSAGE) {
                    listener.accept(new RawBsonDocument(message, BODY, numbers.getInt(BODY)));
                }
                out.write(message);
            }
        } catch (IOException closed) {
            // by either side
        }
    }

    private static byte[] message(DataInputStream in) throws IOException {
        byte[] length = new byte[Integer.BYTES];
        in.readFully(length);
        int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] message = Arrays.copyOf(length, size);
        in.readFully(message, Integer.BYTES, size - Integer.BYTES);
        return message;
    }

    private synchronized void question(BsonDocument command) {
        String name = command.getFirstKey();
        BsonValue of = command.get(name.equals("getMore") ? "collection" : name);
        String collection = of.isString() ? of.asString().getValue() : "";
        if (!OF_CONNECTIONS.contains(name) && !leftOut.contains(collection)) {
            BsonDocument text = new BsonDocument();
            text.putAll(command);
            text.keySet().removeAll(ALWAYS_NEW);
            asked.add(new StoreReading.Question((name + " " + collection).strip(), text.toJson()));
            heard = Instant.now();
        }
    }

    private synchronized void answer(BsonDocument reply) {
        if (reply.isDocument("cursor")) {
            BsonDocument cursor = reply.getDocument("cursor");
            String collection = cursor.getString("ns").getValue().replaceFirst("^[^.]*\\.", "");
            String batch = cursor.containsKey("firstBatch") ? "firstBatch" : "nextBatch";
            if (!leftOut.contains(collection)) {
                read.addAll(Collections.nCopies(cursor.getArray(batch).size(), collection));
                heard = Instant.now();
            }
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        threads.shutdown();
    }
}
