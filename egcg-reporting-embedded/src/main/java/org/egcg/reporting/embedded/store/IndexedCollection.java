package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * A collection that looks at as few documents as its indexes allow, and holds results as positions. Documents in the map
 * are never changed in place: readers, the wire and the file see each of them whole, before or after an update.
 */
final class IndexedCollection extends AbstractSynchronizedMongoCollection<Object> {
    private final MVMap<Object, Document> documents;
    private final MVStore file;
    private boolean filled;
    private boolean updating;

    IndexedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            CursorRegistry cursors,
            MVStore file,
            boolean filled) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.file = file;
        this.filled = filled;
    }

    /** While the database is being opened, indexes wait for one common pass over the documents. */
    @Override
    public synchronized void addIndex(Index<Object> index) {
        if (filled) {
            super.addIndex(index);
        } else {
            getIndexes().add(index);
        }
    }

    synchronized void fillIndexes() {
        if (!filled && !getIndexes().isEmpty()) {
            documents.forEach(
                    (position, document) -> getIndexes().forEach(index -> index.add(document, position, this)));
        }
        filled = true;
    }

    @Override
    protected synchronized QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document projection) {
        List<Object> found = positions(query, orderBy, skip, limit);
        if (batchSize <= 0) {
            return new QueryResult(() -> read(found, projection).iterator());
        }
        int first = Math.min(PositionCursor.size(batchSize), found.size());
        List<Document> batch = page(found.subList(0, first), projection);
        return first == found.size()
                ? new QueryResult(batch)
                : new QueryResult(batch, cursor(found.subList(first, found.size()), projection));
    }

    private PositionCursor cursor(List<Object> rest, Document projection) {
        PositionCursor cursor =
                new PositionCursor(cursorRegistry.generateCursorId(), rest, next -> page(next, projection));
        cursorRegistry.add(cursor);
        return cursor;
    }

    /** Positions of the matching documents. The file keeps what is being read until it has been. */
    private List<Object> positions(Document query, Document orderBy, int skip, int limit) {
        // The file reuses the room of old versions; this keeps the one that is being read.
        MVStore.TxCounter reading = file.registerVersionUsage();
        try {
            Stream<DocumentWithPosition<Object>> matching =
                    candidates(query).filter(candidate -> documentMatchesQuery(candidate.getDocument(), query));
            Stream<Object> ordered = inOrder(matching, orderBy).skip(skip);
            return (limit > 0 ? ordered.limit(limit) : ordered).toList();
        } finally {
            file.deregisterVersionUsage(reading);
        }
    }

    private Stream<DocumentWithPosition<Object>> candidates(Document query) {
        return new QueryPlan(getIndexes())
                .candidates(query)
                .map(this::withDocuments)
                .orElseGet(this::streamAllDocumentsWithPosition);
    }

    private Stream<DocumentWithPosition<Object>> withDocuments(Set<Object> positions) {
        return positions.stream()
                .sorted(ValueComparator.ascWithoutListHandling())
                .map(position -> new DocumentWithPosition<>(documents.get(position), position))
                .filter(candidate -> candidate.getDocument() != null);
    }

    private static Stream<Object> inOrder(Stream<DocumentWithPosition<Object>> matching, Document orderBy) {
        if (Ordering.isNatural(orderBy)) {
            return matching.map(DocumentWithPosition::getPosition);
        }
        Ordering ordering = Ordering.of(orderBy);
        return matching.map(document -> ordering.entry(document.getPosition(), document.getDocument()))
                .sorted(ordering)
                .map(Ordering.Entry::position);
    }

    private List<Document> page(List<Object> positions, Document projection) {
        Stream<Document> present = positions.stream().map(documents::get).filter(Objects::nonNull);
        return matchDocumentsFromStream(new Document(), present, 0, 0, 0, null, projection)
                .collectDocuments();
    }

    private Stream<Document> read(List<Object> positions, Document projection) {
        if (projection != null && !projection.isEmpty()) {
            return page(positions, projection).stream();
        }
        // An update of the library changes the documents that it reads in place; as the map hands out the stored ones,
        // it has to be given copies. Read now and not in the stream: that is drawn when the update may be over.
        boolean copying = updating;
        return positions.stream()
                .map(documents::get)
                .filter(Objects::nonNull)
                .map(document -> copying ? document.clone() : document);
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        updating = true;
        try {
            return super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog);
        } finally {
            updating = false;
        }
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        updating = true;
        try {
            return super.findAndModify(query);
        } finally {
            updating = false;
        }
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document projection) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, projection);
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        Object position = getIdField() == null ? UUID.randomUUID() : Missing.ofNullable(document.get(getIdField()));
        documents.put(position, document);
        return position;
    }

    @Override
    protected void handleUpdate(Object position, Document before, Document after) {
        documents.put(position, after);
    }

    @Override
    protected void removeDocument(Object position) {
        documents.remove(position);
    }

    @Override
    protected Document getDocument(Object position) {
        return documents.get(position);
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream().map(entry -> new DocumentWithPosition<>(entry.getValue(), entry.getKey()));
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        // the size is not kept
    }

    @Override
    protected int getDataSize() {
        return 0;
    }
}
