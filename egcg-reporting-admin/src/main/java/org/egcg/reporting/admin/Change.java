package org.egcg.reporting.admin;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.egcg.reporting.trail.Trail;
import org.egcg.reporting.trail.TrailEntry;

/**
 * One step of a migration: a stored document is changed, or made. Its version stays.
 *
 * @param name what people call the document
 * @param update MongoDB's update of the document that the filter finds, of {@code $set}, {@code $rename} and {@code $unset}
 *     of whole fields; a whole document if it is to be made
 */
record Change(String collection, String name, BsonDocument filter, BsonDocument update) {

    String line() {
        return collection + "\t" + name + "\t" + update.toJson();
    }

    /** Makes the change, and keeps an entry of it. */
    void apply(MongoDatabase database, Trail trail) {
        MongoCollection<BsonDocument> documents = database.getCollection(collection, BsonDocument.class);
        Optional<BsonDocument> stored =
                Optional.ofNullable(documents.find(filter).first());
        if (isWhole()) {
            BsonDocument made = made(stored);
            TrailEntry entry = stored.map(before -> TrailEntry.changed(collection, name, "replaced", before, made))
                    .orElseGet(() -> TrailEntry.inserted(collection, name, made));
            traced(trail, entry, () -> documents.replaceOne(filter, made, new ReplaceOptions().upsert(true)));
        } else {
            stored.ifPresent(before -> traced(
                    trail,
                    TrailEntry.changed(collection, name, "changed", before, changed(before)),
                    () -> documents.updateOne(filter, update)));
        }
    }

    private boolean isWhole() {
        return !update.getFirstKey().startsWith("$");
    }

    private static void traced(Trail trail, TrailEntry entry, Runnable write) {
        trail.<RuntimeException>around(List.of(entry), written -> {
            write.run();
            written.add(entry.document().orElseThrow());
        });
    }

    private BsonDocument made(Optional<BsonDocument> stored) {
        BsonDocument made =
                new BsonDocument("_id", stored.map(before -> before.get("_id")).orElseGet(BsonObjectId::new));
        made.putAll(update);
        return made;
    }

    /** What the store will make of a document. */
    BsonDocument changed(BsonDocument stored) {
        BsonDocument changed = stored.clone();
        update.getDocument("$unset", new BsonDocument()).keySet().forEach(changed::remove);
        update.getDocument("$rename", new BsonDocument())
                .forEach((old, renamed) -> changed.append(renamed.asString().getValue(), changed.remove(old)));
        changed.putAll(update.getDocument("$set", new BsonDocument()));
        return changed;
    }
}
