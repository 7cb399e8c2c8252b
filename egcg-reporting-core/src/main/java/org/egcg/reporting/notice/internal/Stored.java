package org.egcg.reporting.notice.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Find;

/** Documents of the store in a watch's few words. */
record Stored(DocumentStore store) {

    static final String PROCESS = "aggregated.most_recent_proc.";

    /** Pipelines put reads of barcodes that were not ordered into this project, which is none. */
    private static final String UNKNOWN_BARCODES = "default";

    List<BsonDocument> list(String resource, BsonDocument filter, String... fields) {
        BsonDocument shown = new BsonDocument();
        Arrays.stream(fields).forEach(field -> shown.append(field, new BsonInt32(1)));
        return store.find(Find.in(resource).matching(filter).only(shown)).list();
    }

    static BsonDocument equal(String field, String text) {
        return new BsonDocument(field, new BsonString(text));
    }

    static BsonDocument since(String field, Instant moment) {
        return new BsonDocument(field, new BsonDocument("$gte", new BsonDateTime(moment.toEpochMilli())));
    }

    static BsonDocument both(BsonDocument one, BsonDocument other) {
        BsonDocument both = Bson.copy(one);
        both.putAll(other);
        return both;
    }

    static List<String> projects(BsonDocument document) {
        return Bson.texts(document, "aggregated.project_ids").stream()
                .filter(project -> !project.equals(UNKNOWN_BARCODES))
                .toList();
    }

    /** A list of one, or of none if it is empty text. */
    static List<String> project(BsonDocument document) {
        return Optional.of(Bson.text(document, "project_id")).filter(text -> !text.isEmpty()).stream()
                .toList();
    }
}
