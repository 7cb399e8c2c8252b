package org.egcg.reporting.resource;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.aggregation.Cascade;
import org.egcg.reporting.aggregation.DocumentChange;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.EtagMismatch;
import org.egcg.reporting.error.ReportingException.EtagRequired;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.resource.DocumentsWritten.Change;
import org.egcg.reporting.resource.internal.Listeners;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.schema.internal.Checked;
import org.egcg.reporting.schema.internal.Validator;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.trail.Trail;
import org.egcg.reporting.trail.TrailEntry;

/**
 * Puts documents into the store: checks them, writes them under the condition that no other write was faster, and brings up to
 * date what they add up to before it answers. Safe for use by several threads.
 */
public final class ResourceWriter {

    private static final int RACES_LOST_AT_MOST = 5;
    private static final Set<String> KEPT_BY_REPLACEMENT = Set.of("_id", "_created", "_etag", "_updated", "aggregated");

    private final DocumentStore store;
    private final Traced traced;
    private final Validator validator;
    private final Validator hopeful;
    private final Cascade cascade;
    private final ResourceReader reader;
    private final VersionStamp stamp;
    private final Amendments amendments;
    private final Renaming renaming;
    private final Listeners<DocumentsWritten> listeners = new Listeners<>();

    public ResourceWriter(DocumentStore store, Schemas schemas, Cascade cascade, Trail trail, Clock clock) {
        this.store = store;
        this.traced = new Traced(store, trail);
        this.validator = new Validator(StoreLookup.asking(store));
        this.hopeful = new Validator(StoreLookup.trusting(store));
        this.cascade = cascade;
        this.reader = new ResourceReader(store, schemas);
        this.stamp = new VersionStamp(clock);
        this.amendments = new Amendments(store, traced, validator, cascade, stamp);
        this.renaming = new Renaming(
                store,
                schemas,
                new References(schemas, cascade.relations()),
                new RenamingNotes(store, clock),
                this::amend);
    }

    /** Carries new names of documents to where interrupted renamings have not carried them. */
    public void finishInterrupted() {
        renaming.finishInterrupted();
    }

    /**
     * Has a listener told of each write that has happened, before it is answered. A listener that takes its time keeps the
     * client waiting; one that fails changes nothing.
     */
    public void whenWritten(Consumer<? super DocumentsWritten> listener) {
        listeners.add(listener);
    }

    private void tell(Schema schema, Change change, Collection<BsonDocument> documents) {
        listeners.tell(() -> DocumentsWritten.of(schema, change, documents));
    }

    /**
     * Stores one document or a list of them: all, or none.
     *
     * @throws org.egcg.reporting.error.ReportingException.Malformed if the body holds no document at all
     * @throws Conflict if a document with the same {@code _id} exists
     */
    public Written insert(Schema schema, BsonValue body) {
        return insert(schema, body, position -> new ObjectId());
    }

    /**
     * The same under identifiers settled beforehand. If another process may have used them already, what it stored is the
     * outcome.
     */
    public Written insert(Schema schema, BsonValue body, IdempotencyKeys.Claim.Mine claim) {
        if (claim.resumed()) {
            List<BsonDocument> stored = storedUnder(schema, claim.documentIds());
            if (stored.size() == claim.documentIds().size()) {
                return inserted(schema, stored);
            }
            removeRest(schema, stored);
        }
        return insert(schema, body, claim.documentIds()::get);
    }

    /** How many documents a body holds; 0 if it holds none. */
    public static int documents(BsonValue body) {
        return body.isArray() ? body.asArray().size() : body.isDocument() ? 1 : 0;
    }

    private List<BsonDocument> storedUnder(Schema schema, List<ObjectId> ids) {
        BsonArray all = new BsonArray(ids.stream().map(BsonObjectId::new).toList());
        return reader.find(schema, new BsonDocument("_id", new BsonDocument("$in", all)));
    }

    private void removeRest(Schema schema, List<BsonDocument> stored) {
        if (!stored.isEmpty()) {
            cascade.aroundSome(
                    schema.resource(), DocumentChange.deleted(stored), () -> traced.deleteAll(schema, stored));
        }
    }

    private Written insert(Schema schema, BsonValue body, IntFunction<ObjectId> ids) {
        List<BsonValue> sent = SubmittedDocuments.documents(schema.resource(), body);
        for (int races = 0; races < RACES_LOST_AT_MOST; races++) {
            List<Checked> checked = checked(schema, sent, races);
            if (checked.stream().anyMatch(Checked.Refused.class::isInstance)) {
                return new Written.InsertRefused(
                        checked.stream().map(ResourceWriter::issues).toList());
            }
            try {
                return insertAccepted(
                        schema, checked.stream().map(ResourceWriter::document).toList(), ids);
            } catch (DuplicateKeyException raced) {
                // The check found the values free, so another insert was faster: the next round tells it as an issue.
                refuseTakenIds(schema, checked);
            }
        }
        throw new Conflict(schema.resource() + ": others insert the same documents over and over");
    }

    /** One document is tried first: it is stored or refused as a whole. With several, some would be seen for a while. */
    private List<Checked> checked(Schema schema, List<BsonValue> sent, int races) {
        if (sent.size() == 1 && races == 0) {
            List<Checked> hoped = hopeful.inserts(schema, sent);
            if (hoped.stream().allMatch(Checked.Accepted.class::isInstance)) {
                return hoped;
            }
        }
        return validator.inserts(schema, sent);
    }

    private static Optional<BsonDocument> issues(Checked checked) {
        return checked instanceof Checked.Refused refused ? Optional.of(refused.issues()) : Optional.empty();
    }

    private static BsonDocument document(Checked checked) {
        return ((Checked.Accepted) checked).document();
    }

    private Written insertAccepted(Schema schema, List<BsonDocument> documents, IntFunction<ObjectId> ids)
            throws DuplicateKeyException {
        List<BsonDocument> inserted = new ArrayList<>();
        for (BsonDocument document : documents) {
            BsonDocument change = stamp.change();
            ObjectId id = ids.apply(inserted.size());
            BsonDocument whole = new BsonDocument("_id", document.getOrDefault("_id", new BsonObjectId(id)));
            whole.putAll(change);
            whole.append("_created", change.get("_updated"));
            whole.putAll(document);
            StoredSize.check(whole);
            cascade.own(schema.resource(), whole).ifPresent(numbers -> whole.append("aggregated", numbers));
            inserted.add(whole);
        }
        List<DuplicateKeyException> refused = new ArrayList<>();
        cascade.around(schema.resource(), DocumentChange.inserted(inserted), () -> stored(schema, inserted, refused));
        if (!refused.isEmpty()) {
            throw refused.get(0);
        }
        tell(schema, Change.INSERTED, inserted);
        return inserted(schema, inserted);
    }

    /** Of a single document that is refused nothing was ever there to be seen: no numbers need be renewed. */
    private boolean stored(Schema schema, List<BsonDocument> inserted, List<DuplicateKeyException> refused)
            throws DuplicateKeyException {
        try {
            traced.insert(schema, inserted);
            return true;
        } catch (DuplicateKeyException duplicate) {
            if (inserted.size() > 1) {
                throw duplicate;
            }
            refused.add(duplicate);
            return false;
        }
    }

    private static Written inserted(Schema schema, List<BsonDocument> documents) {
        return new Written.Inserted(documents.stream()
                .map(document -> new Receipt(schema, document))
                .toList());
    }

    private void refuseTakenIds(Schema schema, List<Checked> checked) {
        Set<BsonValue> ids = new HashSet<>();
        for (Checked accepted : checked) {
            BsonValue id = document(accepted).get("_id");
            if (id != null && (!ids.add(id) || store.count(schema.resource(), new BsonDocument("_id", id)) > 0)) {
                throw new Conflict(schema.resource() + "/" + id.asObjectId().getValue() + " exists");
            }
        }
    }

    /**
     * Changes some fields of a document; nested objects merge. Documents that name it by what it was called before name it
     * by its new name when this returns, or, where others write them over and over, soon afterwards.
     *
     * @param etag the version that the client has read
     * @throws NotFound if there is no such document
     * @throws EtagRequired if no version is named
     * @throws EtagMismatch if the document is not, or no longer, at that version
     * @throws Conflict if a document that names it must not name it as it would be called then
     */
    public Written patch(Schema schema, ObjectId id, Optional<String> etag, BsonValue body) {
        BsonDocument stored = atVersion(schema, id, etag);
        Checked checked = validator.update(schema, stored, body);
        if (checked instanceof Checked.Refused refused) {
            return new Written.ChangeRefused(refused.issues());
        }
        BsonDocument changes = document(checked);
        BsonDocument merged = Merge.over(stored, changes);
        BsonDocument set = new BsonDocument();
        changes.keySet().forEach(field -> set.append(field, merged.get(field)));
        return renaming.around(schema, stored, merged, () -> {
            Written written = change(schema, new Traced.Update(Change.CHANGED, stored, merged, set, Set.of()));
            tell(schema, Change.CHANGED, List.of(merged));
            return written;
        });
    }

    /**
     * Changes some fields of documents on the service's own behalf, whatever version each is at; nested objects merge.
     * What they add up to is renewed once for all. Documents that no longer exist are left out.
     *
     * @return how many documents were changed
     * @throws Conflict if a change would break a rule of the schema, before anything is written
     */
    public int amend(Schema schema, Map<ObjectId, BsonDocument> changes) {
        return amend(schema, changes, Map.of());
    }

    /**
     * The same where some documents must be at a version: all are changed, or none is.
     *
     * @param versions the etags that some of them must still have
     * @throws EtagMismatch if one has another; what was changed before that was found is as it was
     */
    public int amend(Schema schema, Map<ObjectId, BsonDocument> changes, Map<ObjectId, String> versions) {
        return amendments.amend(schema, changes, versions, amended -> tell(schema, Change.CHANGED, amended));
    }

    /**
     * Takes changes of documents back: their fields are what they were before. All are taken back, or none is.
     *
     * @param entries the changes, one for a document
     * @throws EtagMismatch if a document has changed since
     * @throws Conflict if one of them was no change of some fields, or is not known in full
     */
    public void takeBack(Schema schema, List<TrailEntry> entries) {
        amendments.takeBack(schema, entries, changed -> tell(schema, Change.CHANGED, changed));
    }

    /** Puts a document in another's place, which keeps its identity and time of creation. Throws as {@link #patch}. */
    public Written replace(Schema schema, ObjectId id, Optional<String> etag, BsonValue body) {
        BsonDocument stored = atVersion(schema, id, etag);
        Checked checked = validator.replacement(schema, stored, body);
        if (checked instanceof Checked.Refused refused) {
            return new Written.ChangeRefused(refused.issues());
        }
        BsonDocument replacement = document(checked);
        Set<String> removed = new HashSet<>(stored.keySet());
        removed.removeAll(replacement.keySet());
        removed.removeAll(KEPT_BY_REPLACEMENT);
        BsonDocument replaced = stored.clone();
        replaced.keySet().removeAll(removed);
        replaced.putAll(replacement);
        return renaming.around(schema, stored, replaced, () -> {
            Written written =
                    change(schema, new Traced.Update(Change.REPLACED, stored, replaced, replacement.clone(), removed));
            tell(schema, Change.REPLACED, List.of(replaced));
            return written;
        });
    }

    private BsonDocument atVersion(Schema schema, ObjectId id, Optional<String> etag) {
        BsonDocument stored = reader.stored(schema, id)
                .orElseThrow(() -> new NotFound(schema.resource() + "/" + id + " does not exist"));
        String expected = etag.orElseThrow(
                () -> new EtagRequired(schema.resource() + "/" + id + ": name the etag you have read"));
        if (!stored.getString("_etag").getValue().equals(expected)) {
            throw changedMeanwhile(schema, id);
        }
        return stored;
    }

    private static EtagMismatch changedMeanwhile(Schema schema, ObjectId id) {
        return new EtagMismatch(schema.resource() + "/" + id + " is not at this version");
    }

    private Written change(Schema schema, Traced.Update update) {
        BsonDocument changed = update.changed();
        StoredSize.check(changed);
        BsonDocument change = stamp.change();
        update.set().putAll(change);
        changed.putAll(change);
        cascade.own(schema.resource(), changed)
                .ifPresent(numbers -> update.set().append("aggregated", numbers));
        try {
            boolean happened = cascade.around(
                    schema.resource(),
                    List.of(DocumentChange.updated(update.stored(), changed)),
                    () -> !traced.update(schema, List.of(update)).isEmpty());
            if (!happened) {
                throw changedMeanwhile(schema, update.id());
            }
        } catch (DuplicateKeyException raced) {
            throw new Conflict(schema.resource() + "/" + update.id() + ": another document has the same id field");
        }
        changed.remove("aggregated");
        return new Written.Changed(new Receipt(schema, changed));
    }

    /** Deletes a document. Throws as {@link #patch}. */
    public void delete(Schema schema, ObjectId id, Optional<String> etag) {
        BsonDocument stored = atVersion(schema, id, etag);
        boolean happened = cascade.around(
                schema.resource(), DocumentChange.deleted(List.of(stored)), () -> traced.delete(schema, stored));
        if (!happened) {
            throw changedMeanwhile(schema, id);
        }
        tell(schema, Change.DELETED, List.of(stored));
    }

    /**
     * Deletes every document of the resource.
     *
     * @throws NotFound if there is none
     */
    public void deleteAll(Schema schema) {
        boolean happened = cascade.aroundAll(schema.resource(), () -> traced.empty(schema));
        if (!happened) {
            throw new NotFound(schema.resource() + " is empty");
        }
        tell(schema, Change.EMPTIED, List.of());
    }
}
