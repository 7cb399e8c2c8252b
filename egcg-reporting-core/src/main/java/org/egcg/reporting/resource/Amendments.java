package org.egcg.reporting.resource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.types.ObjectId;
import org.egcg.reporting.aggregation.Cascade;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.internal.Checked;
import org.egcg.reporting.schema.internal.Validator;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.store.Find;

/**
 * Changes that the service itself makes, to many documents at once and at whatever version they are: what a document
 * adds up to is brought up to date once for all of them. One that another write changes meanwhile is read and changed
 * again.
 */
final class Amendments {

    private static final int ROUNDS = 20;

    private final DocumentStore store;
    private final Validator validator;
    private final Cascade cascade;
    private final VersionStamp stamp;

    Amendments(DocumentStore store, Validator validator, Cascade cascade, VersionStamp stamp) {
        this.store = store;
        this.validator = validator;
        this.cascade = cascade;
        this.stamp = stamp;
    }

    private record Version(BsonDocument stored, BsonDocument changed, BsonDocument set) {
        ObjectId id() {
            return stored.getObjectId("_id").getValue();
        }
    }

    /** @param told of the documents of each round that were changed, as they are now */
    int amend(Schema schema, Map<ObjectId, BsonDocument> changes, Consumer<List<BsonDocument>> told) {
        Map<ObjectId, BsonDocument> left = new LinkedHashMap<>(changes);
        int amended = 0;
        for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
            List<Version> versions = versions(schema, left);
            // What is not found has been deleted meanwhile.
            left.keySet().retainAll(versions.stream().map(Version::id).toList());
            Set<ObjectId> done = written(schema, versions);
            left.keySet().removeAll(done);
            tell(versions, done, told);
            amended += done.size();
        }
        if (!left.isEmpty()) {
            throw new Conflict(schema.resource() + ": others change the same documents over and over");
        }
        return amended;
    }

    private static void tell(List<Version> versions, Set<ObjectId> done, Consumer<List<BsonDocument>> told) {
        if (!done.isEmpty()) {
            told.accept(versions.stream()
                    .filter(version -> done.contains(version.id()))
                    .map(Version::changed)
                    .toList());
        }
    }

    private List<Version> versions(Schema schema, Map<ObjectId, BsonDocument> changes) {
        BsonArray ids =
                new BsonArray(changes.keySet().stream().map(BsonObjectId::new).toList());
        List<Version> versions = new ArrayList<>();
        Find all = Find.in(schema.resource()).matching(new BsonDocument("_id", new BsonDocument("$in", ids)));
        for (BsonDocument stored : store.find(all).list()) {
            versions.add(version(
                    schema, stored, changes.get(stored.getObjectId("_id").getValue())));
        }
        return versions;
    }

    private Version version(Schema schema, BsonDocument stored, BsonDocument change) {
        Checked checked = validator.update(schema, stored, change);
        if (checked instanceof Checked.Refused refused) {
            String id = stored.getObjectId("_id").getValue().toHexString();
            throw new Conflict(schema.resource() + "/" + id + ": " + JsonWriter.text(refused.issues()));
        }
        BsonDocument accepted = ((Checked.Accepted) checked).document();
        BsonDocument changed = Merge.over(stored, accepted);
        BsonDocument set = new BsonDocument();
        accepted.keySet().forEach(field -> set.append(field, changed.get(field)));
        set.putAll(stamp.change());
        changed.putAll(set);
        cascade.own(schema.resource(), changed).ifPresent(numbers -> set.append("aggregated", numbers));
        return new Version(stored, changed, set);
    }

    private Set<ObjectId> written(Schema schema, List<Version> versions) {
        List<Cascade.Change> touched = versions.stream()
                .map(version -> Cascade.Change.updated(version.stored(), version.changed()))
                .toList();
        Set<ObjectId> done = new HashSet<>();
        cascade.aroundSome(schema.resource(), touched, () -> {
            versions.stream().filter(version -> update(schema, version)).forEach(version -> done.add(version.id()));
            return !done.isEmpty();
        });
        return done;
    }

    private boolean update(Schema schema, Version version) {
        try {
            String etag = version.stored().getString("_etag").getValue();
            return store.update(schema.resource(), version.id(), etag, version.set(), Set.of());
        } catch (DuplicateKeyException raced) {
            throw new Conflict(schema.resource() + "/" + version.id() + ": another document has the same id field");
        }
    }
}
