package org.egcg.reporting.embedded.store;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** MongoDB's protocol on a bare socket, byte by byte, as somebody speaks it who keeps to no rule. */
final class WireClient implements AutoCloseable {

    static final int OP_UPDATE = 2001;
    static final int OP_INSERT = 2002;
    static final int OP_QUERY = 2004;
    static final int OP_GET_MORE = 2005;
    static final int OP_DELETE = 2006;
    static final int OP_KILL_CURSORS = 2007;
    static final int OP_COMPRESSED = 2012;
    static final int OP_MSG = 2013;

    private final Socket socket;

    WireClient(EmbeddedStore store) throws IOException {
        socket = new Socket(
                InetAddress.getLoopbackAddress(),
                URI.create(store.connectionString()).getPort());
        socket.setSoTimeout(10_000);
    }

    /** A command of today. */
    BsonDocument command(String json) throws IOException {
        send(message(OP_MSG, ByteBuffer.allocate(5).array(), bson(json)));
        return answer(5);
    }

    /** A query of the old kind. */
    BsonDocument query(String collection, String json) throws IOException {
        send(message(OP_QUERY, query(collection), bson(json)));
        return answer(20);
    }

    static byte[] query(String collection) {
        byte[] name = collection.getBytes(StandardCharsets.UTF_8);
        return little(13 + name.length)
                .putInt(0)
                .put(name)
                .put((byte) 0)
                .putInt(0)
                .putInt(-1)
                .array();
    }

    static byte[] bson(String json) {
        BasicOutputBuffer bytes = new BasicOutputBuffer();
        new BsonDocumentCodec()
                .encode(
                        new BsonBinaryWriter(bytes),
                        BsonDocument.parse(json),
                        EncoderContext.builder().build());
        return bytes.toByteArray();
    }

    static byte[] message(int operation, byte[]... parts) {
        int length = 16;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] bytes = new byte[length];
        ByteBuffer message = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(length).putInt(1).putInt(0).putInt(operation);
        for (byte[] part : parts) {
            message.put(part);
        }
        return bytes;
    }

    static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    void send(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    /** Whether the other side has hung up, having said nothing. */
    boolean isCutOff() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** The same for one who has been left alone for a while. */
    boolean isCutOffByNow() {
        try {
            socket.setSoTimeout(20);
            return isCutOff();
        } catch (SocketTimeoutException waiting) {
            return false;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private BsonDocument answer(int before) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] length = new byte[4];
        in.readFully(length);
        byte[] rest =
                new byte[ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt() - 4];
        in.readFully(rest);
        ByteBuffer document =
                ByteBuffer.wrap(rest, 12 + before, rest.length - 12 - before).slice();
        return new BsonDocumentCodec()
                .decode(new BsonBinaryReader(document), DecoderContext.builder().build());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
