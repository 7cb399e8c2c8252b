package org.egcg.reporting.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonObjectId;
import org.bson.types.ObjectId;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.store.Find;

/**
 * What people have decided of run elements and samples, all of it and for ever. Each decision is kept before it is written
 * into its document, and counts for the document as long as that says the same: so neither a process that is killed nor
 * one that knows nothing of decisions makes a person's verdict look like an automatic one, or the other way round. Safe
 * for use by several threads and nodes.
 */
public final class DecisionBook {

    /** Where decisions are kept. */
    public static final String COLLECTION = "decisions";

    private static final int DOCUMENTS_PER_QUESTION = 500;

    private final DocumentStore store;

    public DecisionBook(DocumentStore store) {
        this.store = store;
    }

    /** Keeps decisions that are about to be written into their documents. */
    public void keep(List<Decided> decisions) {
        try {
            store.insert(
                    COLLECTION,
                    new ArrayList<>(decisions.stream().map(Decided::told).toList()));
        } catch (DuplicateKeyException impossible) {
            throw new Conflict("decisions: two have the same id");
        }
    }

    /** All that were kept for some documents, the latest first; those that never came to be written are among them. */
    public List<Decided> of(Collection<ObjectId> documents) {
        List<BsonObjectId> ids = documents.stream().map(BsonObjectId::new).toList();
        List<Decided> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += DOCUMENTS_PER_QUESTION) {
            List<BsonObjectId> some = ids.subList(from, Math.min(ids.size(), from + DOCUMENTS_PER_QUESTION));
            BsonDocument filter = new BsonDocument("document", new BsonDocument("$in", new BsonArray(some)));
            store.find(Find.in(COLLECTION).matching(filter).sorted(new BsonDocument("_id", new BsonInt32(-1))))
                    .list()
                    .forEach(kept -> found.add(Decided.of(kept)));
        }
        return found;
    }

    /**
     * Those of a time, the latest first.
     *
     * @param from the first moment, as documents spell it
     * @param to the moment behind the last
     * @param most how many at most
     */
    List<Decided> between(BsonDateTime from, BsonDateTime to, int most) {
        BsonDocument filter = new BsonDocument("date", new BsonDocument("$gte", from).append("$lt", to));
        return store
                .find(Find.in(COLLECTION)
                        .matching(filter)
                        .sorted(new BsonDocument("_id", new BsonInt32(-1)))
                        .slice(0, most))
                .list()
                .stream()
                .map(Decided::of)
                .toList();
    }

    /** Of documents as they are stored now, those whose verdict a person has given. */
    public List<Decided> verdicts(Collection<BsonDocument> documents) {
        Map<ObjectId, BsonDocument> stored = new HashMap<>();
        documents.forEach(document -> stored.put(id(document), document));
        return of(stored.keySet()).stream()
                .filter(decided -> decided.isVerdictOf(stored.get(decided.document())))
                .toList();
    }

    private static ObjectId id(BsonDocument document) {
        return document.getObjectId("_id").getValue();
    }
}
