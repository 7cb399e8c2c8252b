package org.egcg.reporting.aggregation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.internal.json.Bson;

/**
 * What a write does to one document.
 *
 * @param before as it was stored; a new one was not
 * @param after as it is stored then; a deleted one is not
 */
public record DocumentChange(Optional<BsonDocument> before, Optional<BsonDocument> after) {

    public DocumentChange {
        before = before.map(DocumentChange::ownFields);
        after = after.map(DocumentChange::ownFields);
    }

    /** A copy, which is decoded; what it adds up to itself may be older than the write. */
    private static BsonDocument ownFields(BsonDocument document) {
        BsonDocument own = Bson.copy(document);
        own.remove("aggregated");
        return own;
    }

    public static List<DocumentChange> inserted(Collection<BsonDocument> documents) {
        return documents.stream()
                .map(document -> new DocumentChange(Optional.empty(), Optional.of(document)))
                .toList();
    }

    public static DocumentChange updated(BsonDocument stored, BsonDocument changed) {
        return new DocumentChange(Optional.of(stored), Optional.of(changed));
    }

    public static List<DocumentChange> deleted(Collection<BsonDocument> documents) {
        return documents.stream()
                .map(document -> new DocumentChange(Optional.of(document), Optional.empty()))
                .toList();
    }

    BsonValue id() {
        return after.or(() -> before).orElseThrow().get("_id");
    }

    List<BsonDocument> versions() {
        return Stream.concat(before.stream(), after.stream()).toList();
    }
}
