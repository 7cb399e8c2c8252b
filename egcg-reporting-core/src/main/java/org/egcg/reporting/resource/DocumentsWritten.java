package org.egcg.reporting.resource;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.schema.Schema;

/**
 * Documents of one resource were written, and what they add up to is up to date. That the aggregates of their lanes, runs,
 * samples or projects were renewed with them is no event of its own.
 *
 * @param ids of the documents, in the order of the write; none if the whole resource was emptied
 * @param names what their first unique field holds, such as a {@code run_element_id}, in the same order; empty text where
 *     there is no such field, or no text in it
 */
public record DocumentsWritten(String resource, Change change, List<ObjectId> ids, List<String> names) {

    /** What was done to the documents. */
    public enum Change {
        /** They are new. */
        INSERTED,
        /** Some of their fields were changed. */
        CHANGED,
        /** They stand in the place of others with the same identity. */
        REPLACED,
        /** They are gone. */
        DELETED,
        /** All documents of the resource are gone. */
        EMPTIED
    }

    public DocumentsWritten {
        ids = List.copyOf(ids);
        names = List.copyOf(names);
    }

    /** @param documents as they are now, or were before they were deleted */
    static DocumentsWritten of(Schema schema, Change change, Collection<BsonDocument> documents) {
        Optional<String> field = schema.uniqueFields().stream()
                .filter(unique -> !unique.equals("_id"))
                .findFirst();
        return new DocumentsWritten(
                schema.resource(),
                change,
                documents.stream()
                        .map(document -> document.getObjectId("_id").getValue())
                        .toList(),
                documents.stream().map(document -> name(field, document)).toList());
    }

    /** What the first unique field of a document holds. */
    static String name(Schema schema, BsonDocument document) {
        return name(
                schema.uniqueFields().stream()
                        .filter(unique -> !unique.equals("_id"))
                        .findFirst(),
                document);
    }

    private static String name(Optional<String> field, BsonDocument document) {
        return field.map(document::get)
                .filter(BsonValue::isString)
                .map(name -> name.asString().getValue())
                .orElse("");
    }

    /** Short, however many documents there are. */
    @Override
    public String toString() {
        return ids.size() + " " + resource + " " + change;
    }
}
