package org.egcg.reporting.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.store.DocumentWeight;

/**
 * One write of one document.
 *
 * @param id the greater, the later; of this entry and no other
 * @param document the {@code _id}; empty if the whole resource was emptied
 * @param name what the document's first unique field held; empty text where there is none
 * @param change what was done: "inserted", "changed", "replaced", "deleted" or "emptied"
 * @param etag the version that came of it; of a deletion one that never was there
 * @param previous the version that it was made of; empty text of an insertion
 * @param before fields that are others now, as they were; those that were not there are not in it
 * @param after the same fields as they are; those that are gone are not in it
 * @param cut whether values were too large to be kept, and so are missing
 */
public record TrailEntry(
        ObjectId id,
        String resource,
        Optional<ObjectId> document,
        String name,
        String change,
        String etag,
        String previous,
        BsonDocument before,
        BsonDocument after,
        boolean cut,
        Origin origin) {

    /** Fields that every write changes, and what follows from the write. */
    private static final Set<String> BESIDE = Set.of("_etag", "_updated", "aggregated");

    private static final long MOST = 12L * 1024 * 1024;

    /** Of new documents. */
    public static TrailEntry inserted(String resource, String name, BsonDocument document) {
        BsonDocument after = Bson.copy(document);
        List.of("_id", "_etag", "_updated", "aggregated").forEach(after::remove);
        return of(resource, name, "inserted", document, "", new BsonDocument(), after);
    }

    /** Of a document that was one and is to be another. */
    public static TrailEntry changed(
            String resource, String name, String change, BsonDocument stored, BsonDocument changed) {
        BsonDocument before = new BsonDocument();
        BsonDocument after = new BsonDocument();
        Set<String> fields = new TreeSet<>(stored.keySet());
        fields.addAll(changed.keySet());
        fields.removeAll(BESIDE);
        for (String field : fields) {
            if (!Objects.equals(stored.get(field), changed.get(field))) {
                Optional.ofNullable(stored.get(field)).ifPresent(value -> before.append(field, value));
                Optional.ofNullable(changed.get(field)).ifPresent(value -> after.append(field, value));
            }
        }
        return of(resource, name, change, changed, Bson.text(stored, "_etag"), before, after);
    }

    /** Of a document that is to go. */
    public static TrailEntry deleted(String resource, String name, BsonDocument stored) {
        BsonDocument before = Bson.copy(stored);
        List.of("_id", "_etag", "_updated", "aggregated").forEach(before::remove);
        BsonDocument gone = new BsonDocument("_id", stored.get("_id"));
        return of(resource, name, "deleted", gone, Bson.text(stored, "_etag"), before, new BsonDocument());
    }

    /** Of all documents of a resource, which are not named. */
    public static TrailEntry emptied(String resource) {
        BsonDocument none = new BsonDocument();
        return of(resource, "", "emptied", none, "", none, none);
    }

    private static TrailEntry of(
            String resource,
            String name,
            String change,
            BsonDocument document,
            String previous,
            BsonDocument before,
            BsonDocument after) {
        boolean cut = DocumentWeight.of(before) + DocumentWeight.of(after) > MOST;
        return new TrailEntry(
                EntryIds.next(),
                resource,
                document.isObjectId("_id")
                        ? Optional.of(document.getObjectId("_id").getValue())
                        : Optional.empty(),
                name,
                change,
                Bson.text(document, "_etag"),
                previous,
                cut ? new BsonDocument() : before,
                cut ? new BsonDocument() : after,
                cut,
                Origin.current());
    }

    /** When the write began. */
    public Instant at() {
        return EntryIds.moment(id);
    }

    /** The names of the fields that are others now. */
    public Set<String> fields() {
        Set<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        return fields;
    }

    /** An entry that is about a whole resource stands under its name. */
    BsonDocument stored() {
        BsonDocument stored = new BsonDocument("_id", new BsonObjectId(id))
                .append("at", new BsonDateTime(at().toEpochMilli()))
                .append("resource", new BsonString(resource));
        stored.append("document", document.<BsonValue>map(BsonObjectId::new).orElse(new BsonString(resource)));
        text(stored, "name", name);
        text(stored, "change", change);
        text(stored, "etag", etag);
        text(stored, "previous", previous);
        if (!change.equals("inserted") && !change.equals("deleted")) {
            stored.append(
                    "fields", new BsonArray(fields().stream().map(BsonString::new).toList()));
        }
        stored.append("before", before).append("after", after);
        if (cut) {
            stored.append("cut", BsonBoolean.TRUE);
        }
        text(stored, "by", origin.by());
        text(stored, "token", origin.token());
        text(stored, "via", origin.via());
        text(stored, "address", origin.address());
        text(stored, "request", origin.request());
        text(stored, "action", origin.action());
        text(stored, "work", origin.work());
        text(stored, "why", origin.why());
        return stored;
    }

    private static void text(BsonDocument stored, String field, String text) {
        if (!text.isEmpty()) {
            stored.append(field, new BsonString(text));
        }
    }

    static TrailEntry of(BsonDocument stored) {
        return new TrailEntry(
                stored.getObjectId("_id").getValue(),
                Bson.text(stored, "resource"),
                stored.isObjectId("document")
                        ? Optional.of(stored.getObjectId("document").getValue())
                        : Optional.empty(),
                Bson.text(stored, "name"),
                Bson.text(stored, "change"),
                Bson.text(stored, "etag"),
                Bson.text(stored, "previous"),
                Bson.copy(stored.getDocument("before")),
                Bson.copy(stored.getDocument("after")),
                stored.containsKey("cut"),
                new Origin(
                        Bson.text(stored, "by"),
                        Bson.text(stored, "token"),
                        Bson.text(stored, "via"),
                        Bson.text(stored, "address"),
                        Bson.text(stored, "request"),
                        Bson.text(stored, "action"),
                        Bson.text(stored, "work"),
                        Bson.text(stored, "why")));
    }

    /** As programs are told: what is kept, with {@code _id} and {@code etag} as clients know them. */
    public BsonDocument told() {
        BsonDocument told = new BsonDocument("id", new BsonString(id.toHexString()));
        stored().forEach((field, value) -> {
            if (!field.equals("_id") && !field.equals("work") && !(field.equals("document") && document.isEmpty())) {
                told.append(field, value);
            }
        });
        List<BsonString> names = new ArrayList<>();
        fields().forEach(field -> names.add(new BsonString(field)));
        return told.append("fields", new BsonArray(names));
    }
}
