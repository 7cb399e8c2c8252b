package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Values of an index's fields with a hash code that tells them apart: those of ids that were made one after the other are
 * the same in the library for dozens of them.
 *
 * @param value of several fields all of them; of one its own, which needs a third of the memory
 */
record SpreadKey(Object value, int hash) {

    static SpreadKey of(KeyValue values) {
        int hash = 1;
        for (Object value : values) {
            hash = 31 * hash + (value instanceof ObjectId id ? hash(id) : Objects.hashCode(value));
        }
        return new SpreadKey(values.size() == 1 ? values.get(0) : values, hash);
    }

    private static int hash(ObjectId id) {
        ByteBuffer bytes = ByteBuffer.wrap(id.toByteArray());
        return Objects.hash(bytes.getInt(), bytes.getInt(), bytes.getInt());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpreadKey key && hash == key.hash && Objects.equals(value, key.value);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
