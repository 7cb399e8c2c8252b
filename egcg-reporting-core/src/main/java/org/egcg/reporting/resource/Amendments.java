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
import org.egcg.reporting.aggregation.DocumentChange;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.EtagMismatch;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.resource.DocumentsWritten.Change;
import org.egcg.reporting.resource.Traced.Update;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.internal.Checked;
import org.egcg.reporting.schema.internal.Validator;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.store.Find;
import org.egcg.reporting.trail.TrailEntry;

/**
 * Changes that the service itself makes, to many documents at once and at whatever version they are: what a document
 * adds up to is brought up to date once for all of them. One that another write changes meanwhile is read and changed
 * again, unless it has to be at a version.
 */
final class Amendments {

    private static final int ROUNDS = 20;

    private final DocumentStore store;
    private final Traced traced;
    private final Validator validator;
    private final Cascade cascade;
    private final VersionStamp stamp;

    Amendments(DocumentStore store, Traced traced, Validator validator, Cascade cascade, VersionStamp stamp) {
        this.store = store;
        this.traced = traced;
        this.validator = validator;
        this.cascade = cascade;
        this.stamp = stamp;
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
        List<Update> amended = new ArrayList<>();
        for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
            List<Update> versions = versions(schema, left);
            refuseOthers(schema, left, versions, fixed, amended);
            // What is not found has been deleted meanwhile.
            left.keySet().retainAll(versions.stream().map(Update::id).toList());
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
            List<Update> versions,
            Map<ObjectId, String> fixed,
            List<Update> amended) {
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
    private void takeBack(Schema schema, List<Update> amended) {
        if (!amended.isEmpty()) {
            written(
                    schema,
                    amended.stream().map(update -> reverse(schema, update)).toList());
        }
    }

    private Update reverse(Schema schema, Update update) {
        BsonDocument old = new BsonDocument();
        Set<String> removed = new HashSet<>();
        for (String field : update.set().keySet()) {
            if (update.stored().containsKey(field)) {
                old.append(field, update.stored().get(field));
            } else {
                removed.add(field);
            }
        }
        return restored(schema, update.changed(), old, removed);
    }

    private Update restored(Schema schema, BsonDocument stored, BsonDocument old, Set<String> removed) {
        BsonDocument set = Bson.copy(old);
        set.putAll(stamp.change());
        BsonDocument restored = Bson.copy(stored);
        restored.keySet().removeAll(removed);
        restored.putAll(set);
        cascade.own(schema.resource(), restored).ifPresent(numbers -> set.append("aggregated", numbers));
        return new Update(Change.CHANGED, stored, restored, set, removed);
    }

    /** Takes changes back that the trail knows of, if each is the last one of its document. */
    void takeBack(Schema schema, List<TrailEntry> entries, Consumer<List<BsonDocument>> told) {
        Map<ObjectId, TrailEntry> changes = new LinkedHashMap<>();
        for (TrailEntry entry : entries) {
            boolean whole = entry.change().equals("changed") && !entry.cut();
            if (!whole || changes.put(entry.document().orElseThrow(), entry) != null) {
                throw new Conflict(schema.resource() + "/" + entry.name() + ": this change cannot be taken back");
            }
        }
        Map<ObjectId, BsonDocument> stored = new HashMap<>();
        stored(schema, changes.keySet()).forEach(document -> stored.put(id(document), document));
        List<Update> updates = new ArrayList<>();
        changes.forEach((id, entry) -> {
            BsonDocument document = stored.get(id);
            if (document == null
                    || !entry.etag().equals(document.getString("_etag").getValue())) {
                throw new EtagMismatch(schema.resource() + "/" + entry.name() + " has changed since");
            }
            Set<String> added = new HashSet<>(entry.after().keySet());
            added.removeAll(entry.before().keySet());
            updates.add(restored(schema, document, entry.before(), added));
        });
        Set<ObjectId> done = written(schema, updates);
        List<Update> happened =
                updates.stream().filter(update -> done.contains(update.id())).toList();
        if (happened.size() < updates.size()) {
            takeBack(schema, happened);
            throw new EtagMismatch(schema.resource() + ": one of the documents has changed since");
        }
        tell(updates, done, told);
    }

    private static void tell(List<Update> versions, Set<ObjectId> done, Consumer<List<BsonDocument>> told) {
        if (!done.isEmpty()) {
            told.accept(versions.stream()
                    .filter(version -> done.contains(version.id()))
                    .map(Update::changed)
                    .toList());
        }
    }

    private List<Update> versions(Schema schema, Map<ObjectId, BsonDocument> changes) {
        List<Update> versions = new ArrayList<>();
        for (BsonDocument stored : stored(schema, changes.keySet())) {
            versions.add(version(schema, stored, changes.get(id(stored))));
        }
        return versions;
    }

    private List<BsonDocument> stored(Schema schema, Set<ObjectId> documents) {
        BsonArray ids = new BsonArray(documents.stream().map(BsonObjectId::new).toList());
        Find all = Find.in(schema.resource()).matching(new BsonDocument("_id", new BsonDocument("$in", ids)));
        return store.find(all).list();
    }

    private static ObjectId id(BsonDocument document) {
        return document.getObjectId("_id").getValue();
    }

    private Update version(Schema schema, BsonDocument stored, BsonDocument change) {
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
        return new Update(Change.CHANGED, stored, changed, set, Set.of());
    }

    private Set<ObjectId> written(Schema schema, List<Update> versions) {
        List<DocumentChange> touched = versions.stream()
                .map(version -> DocumentChange.updated(version.stored(), version.changed()))
                .toList();
        Set<ObjectId> done = new HashSet<>();
        try {
            cascade.aroundSome(schema.resource(), touched, () -> {
                done.addAll(traced.update(schema, versions));
                return !done.isEmpty();
            });
        } catch (DuplicateKeyException raced) {
            throw new Conflict(schema.resource() + ": another document has the same id field");
        }
        return done;
    }
}
