package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Where a document is: at its {@code _id}, of whatever type; documents lie in MongoDB's order of values. */
final class PositionType extends BasicDataType<Object> {
    private static final String FIELD = "_";
    private final DocumentType documents = new DocumentType();

    @Override
    public int compare(Object one, Object other) {
        return IdRange.ASCENDING.compare(one, other);
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }

    @Override
    public int getMemory(Object position) {
        return DocumentType.memory(position);
    }

    @Override
    public void write(WriteBuffer target, Object position) {
        documents.write(target, new Document(FIELD, position instanceof Missing ? null : position));
    }

    @Override
    public Object read(ByteBuffer source) {
        return Missing.ofNullable(documents.read(source).get(FIELD));
    }
}
