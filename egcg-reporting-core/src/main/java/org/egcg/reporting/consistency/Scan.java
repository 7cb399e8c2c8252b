package org.egcg.reporting.consistency;

import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.store.Find;

/** Reads some fields of all documents of a resource, one after the other. */
record Scan(DocumentStore store) {

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
                reader.accept(Bson.decoded(found.next()));
            }
        }
    }
}
