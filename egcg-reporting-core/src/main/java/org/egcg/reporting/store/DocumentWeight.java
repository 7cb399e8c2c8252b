package org.egcg.reporting.store;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;

/** How much memory documents take, roughly and rather too much than too little. */
public final class DocumentWeight {

    private static final long OBJECT = 60;
    private static final long ENTRY = 60;
    private static final long VALUE = 24;

    private DocumentWeight() {}

    /** Bytes of one; those of an encoded one as it is. */
    public static long of(BsonDocument document) {
        if (document instanceof RawBsonDocument raw) {
            return OBJECT + raw.getByteBuffer().remaining();
        }
        return OBJECT
                + document.values().stream()
                        .mapToLong(value -> ENTRY + of(value))
                        .sum();
    }

    private static long of(BsonValue value) {
        if (value instanceof BsonDocument document) {
            return of(document);
        }
        if (value instanceof BsonArray array) {
            return OBJECT
                    + array.stream().mapToLong(member -> VALUE + of(member)).sum();
        }
        return VALUE + (value.isString() ? value.asString().getValue().length() : 0);
    }
}
