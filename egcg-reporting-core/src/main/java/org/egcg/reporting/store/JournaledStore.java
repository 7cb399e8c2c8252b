package org.egcg.reporting.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonValue;
import org.bson.types.ObjectId;

/**
 * A store whose writes are noted in a journal, each when it is over and before it is answered: aggregates that are renewed as
 * well as what clients post.
 */
public final class JournaledStore implements DocumentStore {

    private final DocumentStore store;
    private final WriteJournal journal;

    public JournaledStore(DocumentStore store, WriteJournal journal) {
        this.store = store;
        this.journal = journal;
    }

    @Override
    public Documents find(Find find) {
        return store.find(find);
    }

    @Override
    public long count(String collection, BsonDocument filter) {
        return store.count(collection, filter);
    }

    @Override
    public Documents pipeline(String collection, List<BsonDocument> stages) {
        return store.pipeline(collection, stages);
    }

    @Override
    public void insert(String collection, List<BsonDocument> documents) throws DuplicateKeyException {
        try {
            store.insert(collection, documents);
        } catch (RuntimeException unanswered) {
            journal.doubt(collection);
            throw unanswered;
        } finally {
            // also if they are refused: some of several may have been seen for a moment
            journal.wrote(
                    collection,
                    documents.stream()
                            .flatMap(document -> Optional.ofNullable(document.get("_id")).stream())
                            .toList());
        }
    }

    @Override
    public boolean update(String collection, ObjectId id, String etag, BsonDocument set, Set<String> removed)
            throws DuplicateKeyException {
        boolean written;
        try {
            written = store.update(collection, id, etag, set, removed);
        } catch (RuntimeException unanswered) {
            journal.doubt(collection);
            throw unanswered;
        }
        return noted(collection, new BsonObjectId(id), written);
    }

    @Override
    public boolean delete(String collection, ObjectId id, String etag) {
        boolean deleted;
        try {
            deleted = store.delete(collection, id, etag);
        } catch (RuntimeException unanswered) {
            journal.doubt(collection);
            throw unanswered;
        }
        return noted(collection, new BsonObjectId(id), deleted);
    }

    private boolean noted(String collection, BsonValue id, boolean written) {
        if (written) {
            journal.wrote(collection, List.of(id));
        }
        return written;
    }

    @Override
    public long deleteAll(String collection, BsonDocument filter) {
        try {
            long deleted = store.deleteAll(collection, filter);
            journal.wroteAny(collection);
            return deleted;
        } catch (RuntimeException unanswered) {
            journal.doubt(collection);
            throw unanswered;
        }
    }

    @Override
    public List<Snapshot> snapshots(String collection, BsonDocument filter) {
        return store.snapshots(collection, filter);
    }

    @Override
    public boolean writeAggregated(String collection, Snapshot snapshot, BsonDocument aggregated) {
        boolean written;
        try {
            written = store.writeAggregated(collection, snapshot, aggregated);
        } catch (RuntimeException unanswered) {
            journal.doubt(collection);
            throw unanswered;
        }
        return noted(collection, snapshot.document().get("_id"), written);
    }

    @Override
    public Optional<BsonValue> revisionAfter(Snapshot before) {
        return store.revisionAfter(before);
    }

    @Override
    public void put(String collection, BsonDocument document) {
        try {
            store.put(collection, document);
        } catch (RuntimeException unanswered) {
            journal.doubt(collection);
            throw unanswered;
        }
        journal.wrote(collection, List.of(document.get("_id")));
    }

    @Override
    public void prepare(Collection<Index> indexes) {
        store.prepare(indexes);
    }

    @Override
    public boolean guards(String collection, String field) {
        return store.guards(collection, field);
    }

    @Override
    public void close() {
        store.close();
    }
}
