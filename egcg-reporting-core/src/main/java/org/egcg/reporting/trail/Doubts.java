package org.egcg.reporting.trail;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Find;

/**
 * Tells entries whose write has happened from others. A document's present version is believed, and every version that
 * another entry was made of, for its writer has read it; so is an entry of a document without versions, as a migration may
 * find it. Documents are looked at before entries: who has overtaken the
 * document meanwhile has kept his entry first.
 */
final class Doubts {

    private static final String STATE = "history_state";
    private static final BsonString ID = new BsonString("settled");

    private final DocumentStore store;
    private final String collection;

    /** @param collection that of the entries */
    Doubts(DocumentStore store, String collection) {
        this.store = store;
        this.collection = collection;
    }

    /** Up to when all entries have been looked at, and what has not happened is gone. */
    Instant settled() {
        return store.find(Find.in(STATE).matching(new BsonDocument("_id", ID))).list().stream()
                .findFirst()
                .flatMap(state -> Bson.moment(state, "until"))
                .orElse(Instant.EPOCH);
    }

    void settle(Instant until) {
        store.put(STATE, new BsonDocument("_id", ID).append("until", new BsonDateTime(until.toEpochMilli())));
    }

    /** The entries without those that are in doubt. */
    List<TrailEntry> without(List<TrailEntry> entries, Instant settled) {
        List<TrailEntry> young = entries.stream()
                .filter(entry -> entry.document().isPresent() && !entry.at().isBefore(settled))
                .toList();
        if (young.isEmpty()) {
            return entries;
        }
        Map<ObjectId, String> present = present(young);
        List<TrailEntry> known = known(young);
        Set<ObjectId> doubtful = young.stream()
                .filter(entry -> !happened(entry, present, known))
                .map(TrailEntry::id)
                .collect(Collectors.toSet());
        return entries.stream().filter(entry -> !doubtful.contains(entry.id())).toList();
    }

    private static BsonArray documents(List<TrailEntry> entries) {
        Set<ObjectId> ids = new HashSet<>();
        entries.forEach(entry -> entry.document().ifPresent(ids::add));
        return new BsonArray(ids.stream().map(BsonObjectId::new).toList());
    }

    /** The versions that documents have now. */
    private Map<ObjectId, String> present(List<TrailEntry> entries) {
        Map<ObjectId, String> etags = new HashMap<>();
        entries.stream().collect(Collectors.groupingBy(TrailEntry::resource)).forEach((resource, some) -> {
            BsonDocument filter = new BsonDocument("_id", new BsonDocument("$in", documents(some)));
            store.find(Find.in(resource).matching(filter).only(new BsonDocument("_etag", new BsonInt32(1))))
                    .list()
                    .forEach(document ->
                            etags.put(document.getObjectId("_id").getValue(), Bson.text(document, "_etag")));
        });
        return etags;
    }

    /** All entries of these documents, and those of resources that were emptied; without what was changed. */
    private List<TrailEntry> known(List<TrailEntry> entries) {
        BsonDocument without = new BsonDocument("before", new BsonInt32(0)).append("after", new BsonInt32(0));
        BsonArray about = documents(entries);
        entries.stream().map(TrailEntry::resource).distinct().forEach(resource -> about.add(new BsonString(resource)));
        ObjectId first =
                entries.stream().map(TrailEntry::id).min(ObjectId::compareTo).orElseThrow();
        BsonDocument filter = new BsonDocument("document", new BsonDocument("$in", about))
                .append("_id", new BsonDocument("$gte", new BsonObjectId(first)));
        return store.find(Find.in(collection).matching(filter).only(without)).list().stream()
                .map(found ->
                        Bson.copy(found).append("before", new BsonDocument()).append("after", new BsonDocument()))
                .map(TrailEntry::of)
                .toList();
    }

    private static boolean happened(TrailEntry entry, Map<ObjectId, String> present, List<TrailEntry> known) {
        ObjectId document = entry.document().orElseThrow();
        if (entry.etag().isEmpty() && !entry.change().equals("deleted")) {
            return true;
        }
        if (entry.etag().equals(present.get(document)) && !entry.etag().isEmpty()) {
            return true;
        }
        for (TrailEntry other : known) {
            boolean later = other.id().compareTo(entry.id()) > 0;
            boolean same = other.document().equals(entry.document());
            if (same && !entry.etag().isEmpty() && other.previous().equals(entry.etag())) {
                return true;
            }
            boolean again =
                    entry.change().equals("deleted") && same && other.change().equals("inserted");
            boolean emptied = other.change().equals("emptied")
                    && other.resource().equals(entry.resource())
                    && !present.containsKey(document);
            if (later && (again || emptied)) {
                return true;
            }
        }
        return entry.change().equals("deleted") && !present.containsKey(document) && isFirst(entry, known);
    }

    /** Of several that wanted to delete one version, and whose process was killed, the first is believed. */
    private static boolean isFirst(TrailEntry entry, List<TrailEntry> known) {
        return known.stream()
                .noneMatch(other -> other.change().equals("deleted")
                        && other.document().equals(entry.document())
                        && other.previous().equals(entry.previous())
                        && other.id().compareTo(entry.id()) < 0);
    }
}
