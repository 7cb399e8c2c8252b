package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** How a document is written to the file: as BSON, as it would be on the wire. */
final class DocumentType extends BasicDataType<Document> {
    /** Rough sizes in memory of an entry of a document and of a small value. */
    private static final int ENTRY = 110;

    private static final int VALUE = 24;

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }

    @Override
    public int getMemory(Document document) {
        return memory(document);
    }

    static int memory(Object value) {
        if (value instanceof Map<?, ?> fields) {
            return fields.values().stream()
                    .mapToInt(field -> ENTRY + memory(field))
                    .sum();
        }
        if (value instanceof Collection<?> members) {
            return VALUE + members.stream().mapToInt(DocumentType::memory).sum();
        }
        return value instanceof String text ? VALUE + 2 * text.length() : VALUE;
    }

    @Override
    public void write(WriteBuffer target, Document document) {
        ByteBuf bytes = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, bytes);
        target.put(bytes.nioBuffer());
    }

    @Override
    public Document read(ByteBuffer source) {
        ByteBuf bytes = Unpooled.wrappedBuffer(source.slice());
        Document document = BsonDecoder.decodeBson(bytes);
        source.position(source.position() + bytes.readerIndex());
        return document;
    }
}
