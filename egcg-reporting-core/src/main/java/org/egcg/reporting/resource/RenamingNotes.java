package org.egcg.reporting.resource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Find;

/**
 * The durable note, made before a document gets a new name, of the one that it loses. A note outlives the process that
 * made it, so that another can carry the new name. Safe for use by several threads and nodes.
 */
final class RenamingNotes {

    static final String COLLECTION = "pending_renamings";

    /** Longer than any write can take from its note to the store's answer; an older note has lost its writer. */
    static final Duration GRACE = Duration.ofMinutes(2);

    private final DocumentStore store;
    private final Clock clock;
    private final Set<BsonValue> underWay = ConcurrentHashMap.newKeySet();
    private final Set<BsonValue> abandoned = ConcurrentHashMap.newKeySet();

    RenamingNotes(DocumentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * One note.
     *
     * @param document the renamed document
     * @param former what its fields said before
     */
    record Note(BsonValue id, String resource, BsonValue document, Map<String, String> former) {
        @Override
        public String toString() {
            return "the renaming of " + resource + " " + former;
        }
    }

    Note make(String resource, ObjectId document, Map<String, String> former) {
        Note note = new Note(new BsonObjectId(), resource, new BsonObjectId(document), former);
        BsonDocument names = new BsonDocument();
        former.forEach((field, name) -> names.append(field, new BsonString(name)));
        // Before the note is stored: else the tidying thread of this process could take it for another's.
        underWay.add(note.id());
        boolean noted = false;
        try {
            store.put(
                    COLLECTION,
                    new BsonDocument("_id", note.id())
                            .append("since", new BsonDateTime(clock.millis()))
                            .append("resource", new BsonString(resource))
                            .append("document", note.document())
                            .append("former", names));
            noted = true;
            return note;
        } finally {
            if (!noted) {
                leave(note);
            }
        }
    }

    void clear(Note note) {
        store.deleteAll(COLLECTION, new BsonDocument("_id", note.id()));
        abandoned.remove(note.id());
        underWay.remove(note.id());
    }

    /** The document has its new name, and the rest is to be carried. */
    void abandon(Note note) {
        abandoned.add(note.id());
        leave(note);
    }

    /** It is not known whether the document has its new name: once the note is old, it shows. */
    void leave(Note note) {
        underWay.remove(note.id());
    }

    /** The notes that no process is at work on any more. */
    List<Note> orphans() {
        Instant old = clock.instant().minus(GRACE);
        return store.find(Find.in(COLLECTION)).list().stream()
                .filter(stored -> !underWay.contains(stored.get("_id")))
                .filter(stored -> abandoned.contains(stored.get("_id"))
                        || Instant.ofEpochMilli(stored.getDateTime("since").getValue())
                                .isBefore(old))
                .map(RenamingNotes::note)
                .toList();
    }

    private static Note note(BsonDocument stored) {
        Map<String, String> former = new LinkedHashMap<>();
        stored.getDocument("former")
                .forEach((field, name) -> former.put(field, name.asString().getValue()));
        return new Note(stored.get("_id"), stored.getString("resource").getValue(), stored.get("document"), former);
    }
}
