package org.egcg.reporting.resource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.types.ObjectId;
import org.egcg.reporting.aggregation.Cascade;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.EtagMismatch;
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
 * again, unless it has to be at a version.
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

        String etag() {
            return stored.getString("_etag").getValue();
        }
    }

    /**
     * @param fixed the etags that some of the documents must have
     * @param told of the documents of each round that were changed, as they are now
     */
    int amend(
            Schema schema,
            Map<ObjectId, BsonDocument> changes,
            Map<ObjectId, String> fixed,
            Consumer<List<BsonDocument>> told) {
        Map<ObjectId, BsonDocument> left = new LinkedHashMap<>(changes);
        List<Version> amended = new ArrayList<>();
        for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
            List<Version> versions = versions(schema, left);
            refuseOthers(schema, left, versions, fixed, amended);
            // What is not found has been deleted meanwhile.
            left.keySet().retainAll(versions.stream().map(Version::id).toList());
            Set<ObjectId> done = written(schema, versions);
            left.keySet().removeAll(done);
            tell(versions, done, told);
            versions.stream().filter(version -> done.contains(version.id())).forEach(amended::add);
        }
        if (!left.isEmpty()) {
            throw new Conflict(schema.resource() + ": others change the same documents over and over");
        }
        return amended.size();
    }

    /** If a document is at another version than it has to be at, none keeps its change. */
    private void refuseOthers(
            Schema schema,
            Map<ObjectId, BsonDocument> left,
            List<Version> versions,
            Map<ObjectId, String> fixed,
            List<Version> amended) {
        Map<ObjectId, String> found = new HashMap<>();
        versions.forEach(version -> found.put(version.id(), version.etag()));
        Optional<ObjectId> other = left.keySet().stream()
                .filter(id -> fixed.containsKey(id) && !fixed.get(id).equals(found.get(id)))
                .findFirst();
        if (other.isPresent()) {
            takeBack(schema, amended);
            throw new EtagMismatch(schema.resource() + "/" + other.get() + " is not at this version");
        }
    }

    /** A document that was changed by others since keeps what they have made of it. */
    private void takeBack(Schema schema, List<Version> amended) {
        List<BsonDocument> touched = new ArrayList<>();
        amended.forEach(version -> touched.addAll(List.of(version.stored(), version.changed())));
        cascade.around(schema.resource(), touched, () -> {
            amended.forEach(version -> takeBack(schema, version));
            return !amended.isEmpty();
        });
    }

    private void takeBack(Schema schema, Version version) {
        BsonDocument old = new BsonDocument();
        Set<String> removed = new HashSet<>();
        for (String field : version.set().keySet()) {
            if (version.stored().containsKey(field)) {
                old.append(field, version.stored().get(field));
            } else {
                removed.add(field);
            }
        }
        old.putAll(stamp.change());
        String etag = version.changed().getString("_etag").getValue();
        try {
            store.update(schema.resource(), version.id(), etag, old, removed);
        } catch (DuplicateKeyException raced) {
            throw new Conflict(schema.resource() + "/" + version.id() + ": another document has the same id field");
        }
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
        List<BsonDocument> touched = new ArrayList<>();
        versions.forEach(version -> touched.addAll(List.of(version.stored(), version.changed())));
        Set<ObjectId> done = new HashSet<>();
        cascade.around(schema.resource(), touched, () -> {
            versions.stream().filter(version -> update(schema, version)).forEach(version -> done.add(version.id()));
            return !done.isEmpty();
        });
        return done;
    }

    private boolean update(Schema schema, Version version) {
        try {
            return store.update(schema.resource(), version.id(), version.etag(), version.set(), Set.of());
        } catch (DuplicateKeyException raced) {
            throw new Conflict(schema.resource() + "/" + version.id() + ": another document has the same id field");
        }
    }
}
