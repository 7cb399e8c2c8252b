package org.egcg.reporting.consistency;

import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.store.Find;

/** Reads some fields of all documents of a resource, one after the other. */
record Scan(DocumentStore store) {

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    void each(String resource, Consumer<BsonDocument> reader, String... fields) {
        each(resource, new BsonDocument(), reader, fields);
    }

    void each(String resource, BsonDocument filter, Consumer<BsonDocument> reader, String... fields) {
        BsonDocument projection = new BsonDocument();
        for (String field : fields) {
            projection.append(field, new BsonInt32(1));
        }
        try (Documents found = store.find(Find.in(resource).matching(filter).only(projection))) {
            while (found.hasNext()) {
                BsonDocument document = found.next();
                reader.accept(document instanceof RawBsonDocument raw ? raw.decode(CODEC) : document);
            }
        }
    }
}
