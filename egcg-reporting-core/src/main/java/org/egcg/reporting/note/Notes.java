package org.egcg.reporting.note;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.Forbidden;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.error.ReportingException.TooLarge;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.store.Find;
import org.egcg.reporting.trail.Trail;
import org.egcg.reporting.trail.TrailEntry;

/**
 * Notes on runs, lanes, samples and projects. Whoever wrote a note may change it or take it away; that it was changed, or
 * that there was one, stays visible. Each write has its entry in the history, under the name of what the note is about;
 * the entry has the text from before. Safe for use by several threads and nodes.
 */
public final class Notes {

    /** Where notes are kept. */
    public static final String COLLECTION = "notes";

    /** What there can be notes on. */
    public static final List<String> RESOURCES = List.of("runs", "lanes", "samples", "projects");

    private static final String VERSION = "_etag";
    private static final int LETTERS = 10_000;
    private static final int LETTERS_OF_A_NAME = 500;
    private static final int MOST = 1000;

    private final DocumentStore store;
    private final Trail trail;
    private final Clock clock;

    public Notes(DocumentStore store, Trail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /** All on some things of one resource, the earliest first, at most a thousand. */
    public List<Note> on(String resource, List<String> names) {
        BsonArray all = new BsonArray(names.stream().map(BsonString::new).toList());
        BsonDocument filter = new BsonDocument("name", new BsonDocument("$in", all))
                .append("resource", new BsonString(checked(resource)));
        return store
                .find(Find.in(COLLECTION)
                        .matching(filter)
                        .sorted(new BsonDocument("_id", new BsonInt32(1)))
                        .slice(0, MOST))
                .list()
                .stream()
                .map(Note::of)
                .toList();
    }

    /**
     * All that were written since a moment and are not deleted, the earliest first.
     *
     * @param from to the second
     */
    public List<Note> since(Instant from) {
        BsonDocument filter = new BsonDocument(
                "_id", new BsonDocument("$gte", new BsonObjectId(new ObjectId((int) from.getEpochSecond(), 0))));
        return store
                .find(Find.in(COLLECTION).matching(filter).sorted(new BsonDocument("_id", new BsonInt32(1))))
                .list()
                .stream()
                .map(Note::of)
                .filter(note -> note.deleted().isEmpty())
                .toList();
    }

    private static String checked(String resource) {
        if (!RESOURCES.contains(resource)) {
            throw new Malformed("resource: must be one of " + RESOURCES);
        }
        return resource;
    }

    /**
     * Writes a note.
     *
     * @param author name of the user
     */
    public Note write(String resource, String name, String text, String author) {
        if (name.isEmpty() || name.length() > LETTERS_OF_A_NAME) {
            throw new Malformed("name: must be the id of what the note is about");
        }
        Note note = new Note(
                new ObjectId(), checked(resource), name, text(text), author, now(), Optional.empty(), Optional.empty());
        BsonDocument stored = versioned(note);
        trail.around(List.of(TrailEntry.inserted(COLLECTION, name, stored)), written -> {
            insert(stored);
            written.add(note.id());
        });
        return note;
    }

    private static BsonDocument versioned(Note note) {
        return note.stored().append(VERSION, new BsonString(new ObjectId().toHexString()));
    }

    private void insert(BsonDocument stored) {
        try {
            store.insert(COLLECTION, new ArrayList<>(List.of(stored)));
        } catch (DuplicateKeyException impossible) {
            throw new Conflict("notes: two have the same id");
        }
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private static String text(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new Malformed("text: is missing");
        }
        if (stripped.length() > LETTERS) {
            throw new TooLarge("text: at most " + LETTERS + " letters");
        }
        return stripped;
    }

    /** One that is not deleted. */
    private BsonDocument one(ObjectId id) {
        return store.find(Find.in(COLLECTION).matching(new BsonDocument("_id", new BsonObjectId(id)))).list().stream()
                .filter(stored -> Note.of(stored).deleted().isEmpty())
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no note " + id + "."));
    }

    /**
     * Changes a note's text.
     *
     * @throws Forbidden if another user wrote it
     */
    public Note edit(ObjectId id, String text, String user) {
        BsonDocument stored = own(id, user);
        return change(stored, Note.of(stored).edited(text(text), now()));
    }

    private BsonDocument own(ObjectId id, String user) {
        BsonDocument stored = one(id);
        String author = Note.of(stored).author();
        if (!author.equals(user)) {
            throw new Forbidden("The note is of " + author + ".");
        }
        return stored;
    }

    /**
     * Takes a note away: its text is shown no more, but in the history, and it is seen that there was one.
     *
     * @param any whether the user may do so with those of others
     * @throws Forbidden if another user wrote it
     */
    public Note delete(ObjectId id, String user, boolean any) {
        BsonDocument stored = any ? one(id) : own(id, user);
        return change(stored, Note.of(stored).deleted(now()));
    }

    private Note change(BsonDocument stored, Note changed) {
        BsonDocument next = versioned(changed);
        TrailEntry entry = TrailEntry.changed(COLLECTION, changed.name(), "changed", stored, next);
        Set<ObjectId> done = trail.around(List.of(entry), written -> {
            if (replaced(stored, next)) {
                written.add(changed.id());
            }
        });
        if (done.isEmpty()) {
            throw new Conflict("The note was changed at the same time.");
        }
        return changed;
    }

    /** A note of before notes had versions is replaced whatever it is now. */
    private boolean replaced(BsonDocument stored, BsonDocument next) {
        if (!stored.containsKey(VERSION)) {
            store.put(COLLECTION, next);
            return true;
        }
        BsonDocument set = next.clone();
        set.remove("_id");
        ObjectId id = stored.getObjectId("_id").getValue();
        try {
            return store.update(COLLECTION, id, Bson.text(stored, VERSION), set, Set.of());
        } catch (DuplicateKeyException impossible) {
            throw new Conflict("notes: two have the same id");
        }
    }
}
