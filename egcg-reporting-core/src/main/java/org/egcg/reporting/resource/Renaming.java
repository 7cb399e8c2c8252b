package org.egcg.reporting.resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.resource.References.Reference;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Find;
import org.egcg.reporting.store.RequestBudget;

/**
 * Carries a new name of a document into the documents that name it. Before the document is written, all of them are
 * checked: one that must not name it so refuses the whole. Once it is written, nothing does: what cannot be carried at
 * once is noted, and {@link #finishInterrupted} carries it. Safe for use by several threads and nodes.
 */
final class Renaming {

    private static final System.Logger LOG = System.getLogger(Renaming.class.getName());

    private static final int AT_ONCE = 500;

    private final DocumentStore store;
    private final Schemas schemas;
    private final References references;
    private final RenamingCheck check;
    private final RenamingNotes notes;
    private final BiConsumer<Schema, Map<ObjectId, BsonDocument>> amend;

    /** @param amend writes the changes of documents of a resource */
    Renaming(
            DocumentStore store,
            Schemas schemas,
            References references,
            RenamingNotes notes,
            BiConsumer<Schema, Map<ObjectId, BsonDocument>> amend) {
        this.store = store;
        this.schemas = schemas;
        this.references = references;
        this.check = new RenamingCheck(store, schemas, references);
        this.notes = notes;
        this.amend = amend;
    }

    /**
     * Lets a document be written, and carries along the names that it gets by that.
     *
     * @throws ReportingException.Conflict if a document that names it must not name it so; nothing is written then
     */
    <T> T around(Schema schema, BsonDocument before, BsonDocument after, Supplier<T> write) {
        Map<String, String> former = former(schema, before, after);
        if (former.isEmpty()) {
            return write.get();
        }
        former.forEach((field, from) -> check.every(schema, field, from, text(after, field)));
        ObjectId id = before.getObjectId("_id").getValue();
        RenamingNotes.Note note = notes.make(schema.resource(), id, former);
        T written = attempted(note, write);
        carryNow(note);
        return written;
    }

    /** Names that other documents know it by, and that it loses. */
    private Map<String, String> former(Schema schema, BsonDocument before, BsonDocument after) {
        Map<String, String> former = new LinkedHashMap<>();
        for (String field : schema.uniqueFields()) {
            if (before.isString(field)
                    && after.isString(field)
                    && !before.get(field).equals(after.get(field))
                    && !references.to(schema.resource(), field).isEmpty()) {
                former.put(field, text(before, field));
            }
        }
        return former;
    }

    private static String text(BsonDocument document, String field) {
        return document.getString(field).getValue();
    }

    private <T> T attempted(RenamingNotes.Note note, Supplier<T> write) {
        boolean uncertain = true;
        try {
            T written = write.get();
            uncertain = false;
            return written;
        } catch (ReportingException.EtagMismatch | ReportingException.Conflict | ReportingException.TooLarge refused) {
            notes.clear(note);
            uncertain = false;
            throw refused;
        } finally {
            if (uncertain) {
                notes.leave(note);
            }
        }
    }

    /** The document has its name, and its client is told so, whatever becomes of the others now. */
    private void carryNow(RenamingNotes.Note note) {
        RequestBudget.Binding suspended = RequestBudget.suspended();
        try {
            carry(note);
            notes.clear(note);
        } catch (RuntimeException interrupted) {
            LOG.log(System.Logger.Level.INFO, "{0} is finished later: {1}", note, interrupted.getMessage());
            notes.abandon(note);
        } finally {
            suspended.close();
        }
    }

    /**
     * Carries what was noted and not finished: of a process that died, and where others wrote the same documents.
     *
     * @return how many notes were finished
     */
    int finishInterrupted() {
        int finished = 0;
        for (RenamingNotes.Note note : notes.orphans()) {
            try {
                carry(note);
                notes.clear(note);
                finished++;
            } catch (ReportingException.Conflict again) {
                LOG.log(System.Logger.Level.INFO, "{0} is finished later: {1}", note, again.getMessage());
            }
        }
        return finished;
    }

    private void carry(RenamingNotes.Note note) {
        schemas.named(note.resource())
                .ifPresent(schema -> one(note.resource(), new BsonDocument("_id", note.document()))
                        .ifPresent(now -> note.former().forEach((field, from) -> carry(schema, field, from, now))));
    }

    /** The name of a document that was renamed twice meanwhile is its last one. */
    private void carry(Schema schema, String field, String from, BsonDocument now) {
        if (now.isString(field) && !text(now, field).equals(from)) {
            references
                    .to(schema.resource(), field)
                    .forEach(reference -> carry(schema, field, reference, from, text(now, field)));
        }
    }

    private void carry(Schema schema, String field, Reference reference, String from, String to) {
        Schema others = schemas.named(reference.resource()).orElseThrow();
        Find some =
                Find.in(reference.resource()).matching(reference.filter(from)).slice(0, AT_ONCE);
        for (List<BsonDocument> found = store.find(some).list();
                !found.isEmpty() && !isGivenAnew(schema, field, from);
                found = store.find(some).list()) {
            Map<ObjectId, BsonDocument> changes = new LinkedHashMap<>();
            found.forEach(document ->
                    changes.put(document.getObjectId("_id").getValue(), reference.renaming(document, from, to)));
            amend.accept(others, changes);
        }
    }

    /** Then those that have the name in them mean another document. */
    private boolean isGivenAnew(Schema schema, String field, String name) {
        return one(schema.resource(), new BsonDocument(field, new BsonString(name)))
                .isPresent();
    }

    private Optional<BsonDocument> one(String resource, BsonDocument filter) {
        return store.find(Find.in(resource).matching(filter).slice(0, 1)).list().stream()
                .findFirst();
    }
}
