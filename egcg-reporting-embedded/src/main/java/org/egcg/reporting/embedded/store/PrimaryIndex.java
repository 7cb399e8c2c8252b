package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import org.h2.mvstore.MVMap;

/** The index on {@code _id}: the documents' own map, seen as an index. */
final class PrimaryIndex extends CandidateIndex {
    private final MVMap<Object, Document> documents;

    PrimaryIndex(String name, List<IndexKey> keys, MVMap<Object, Document> documents) {
        super(name, keys, false);
        this.documents = documents;
    }

    @Override
    public List<Object> next(List<KeyValue> keys, IdRange range, int most) {
        return keys.stream()
                .map(key -> key.get(0))
                .filter(range::contains)
                .filter(documents::containsKey)
                .sorted(range.order())
                .limit(most)
                .toList();
    }

    /** Each document is asked for its {@code _id} when it has been read. */
    @Override
    public boolean mayHold(List<KeyValue> keys, Object position) {
        return true;
    }

    @Override
    public int count(KeyValue key) {
        return 1;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        if (documents.containsKey(positionOf(document))) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get("_id")));
        }
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        // the document's being there is its entry
    }

    @Override
    public Object remove(Document document) {
        return positionOf(document);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        // an update cannot change the _id; of all that is checked before it, this comes first
        DocumentSize.check(after);
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        // an update cannot change the _id
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    /** Never to be filled. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public void drop() {
        // goes with the documents
    }
}
