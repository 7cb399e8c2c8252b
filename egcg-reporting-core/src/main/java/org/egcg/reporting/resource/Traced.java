package org.egcg.reporting.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.resource.DocumentsWritten.Change;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.trail.Trail;
import org.egcg.reporting.trail.TrailEntry;

/** The writes to the store, each with its entries in the trail: one question more, however many documents there are. */
final class Traced {

    private final DocumentStore store;
    private final Trail trail;

    Traced(DocumentStore store, Trail trail) {
        this.store = store;
        this.trail = trail;
    }

    /**
     * A document that is to be another.
     *
     * @param set fields to be set, with the next etag
     * @param removed fields to go
     * @param changed how the document will be
     */
    record Update(Change change, BsonDocument stored, BsonDocument changed, BsonDocument set, Set<String> removed) {
        ObjectId id() {
            return stored.getObjectId("_id").getValue();
        }

        String etag() {
            return stored.getString("_etag").getValue();
        }

        TrailEntry entry(Schema schema) {
            String name = DocumentsWritten.name(schema, changed);
            return TrailEntry.changed(schema.resource(), name, change.name().toLowerCase(Locale.ROOT), stored, changed);
        }
    }

    void insert(Schema schema, List<BsonDocument> documents) throws DuplicateKeyException {
        List<TrailEntry> entries = new ArrayList<>();
        documents.forEach(document ->
                entries.add(TrailEntry.inserted(schema.resource(), DocumentsWritten.name(schema, document), document)));
        trail.around(entries, written -> {
            store.insert(schema.resource(), documents);
            documents.forEach(document -> written.add(id(document)));
        });
    }

    /** Changes those that are still at their version; answers which. */
    Set<ObjectId> update(Schema schema, List<Update> updates) throws DuplicateKeyException {
        return trail.around(updates.stream().map(update -> update.entry(schema)).toList(), written -> {
            for (Update update : updates) {
                if (store.update(schema.resource(), update.id(), update.etag(), update.set(), update.removed())) {
                    written.add(update.id());
                }
            }
        });
    }

    /** Deletes a document that is still at its version, and tells whether it was. */
    boolean delete(Schema schema, BsonDocument stored) {
        ObjectId id = id(stored);
        String etag = stored.getString("_etag").getValue();
        Set<ObjectId> gone = trail.<RuntimeException>around(List.of(deletion(schema, stored)), written -> {
            if (store.delete(schema.resource(), id, etag)) {
                written.add(id);
            }
        });
        return !gone.isEmpty();
    }

    private static TrailEntry deletion(Schema schema, BsonDocument stored) {
        return TrailEntry.deleted(schema.resource(), DocumentsWritten.name(schema, stored), stored);
    }

    /** Deletes some documents in whatever version they are. */
    boolean deleteAll(Schema schema, List<BsonDocument> documents) {
        List<BsonValue> ids =
                documents.stream().map(document -> document.get("_id")).toList();
        BsonDocument filter = new BsonDocument("_id", new BsonDocument("$in", new BsonArray(ids)));
        List<TrailEntry> entries =
                documents.stream().map(document -> deletion(schema, document)).toList();
        return !trail.<RuntimeException>around(entries, written -> {
                    if (store.deleteAll(schema.resource(), filter) > 0) {
                        documents.forEach(document -> written.add(id(document)));
                    }
                })
                .isEmpty();
    }

    /** Deletes everything, and tells whether there was anything. */
    boolean empty(Schema schema) {
        return !trail.<RuntimeException>around(List.of(TrailEntry.emptied(schema.resource())), written -> {
                    if (store.deleteAll(schema.resource(), new BsonDocument()) > 0) {
                        written.add(new ObjectId());
                    }
                })
                .isEmpty();
    }

    private static ObjectId id(BsonDocument document) {
        return document.getObjectId("_id").getValue();
    }
}
