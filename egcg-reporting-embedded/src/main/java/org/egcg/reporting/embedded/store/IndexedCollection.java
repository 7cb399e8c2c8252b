package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * A collection that looks at as few documents as its indexes allow, and holds results as positions. Documents in the map
 * are never changed in place: readers, the wire and the file see each of them whole, before or after an update. So readers
 * take no lock.
 */
final class IndexedCollection extends AbstractSynchronizedMongoCollection<Object> {
    private final MVMap<Object, Document> documents;
    private final MVStore file;
    /** Up to so many documents of a long list, the first ones are found without ordering all. */
    private static final int FOREMOST = 10_000;

    private static final int PROJECTED_AT_ONCE = 100;

    private volatile List<Index<Object>> asked = List.of();
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
        asked = List.copyOf(getIndexes());
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
        asked = List.copyOf(getIndexes());
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // readers take no lock
    public QueryResult handleQuery(QueryParameters parameters) {
        Document selector = parameters.getQuerySelector();
        String prefix = selector.containsKey("query") ? "" : "$";
        boolean wrapped = selector.containsKey(prefix + "query");
        return queryDocuments(
                wrapped ? (Document) selector.get(prefix + "query") : selector,
                wrapped ? (Document) selector.get(prefix + "orderby") : null,
                parameters.getNumberToSkip(),
                parameters.getLimit(),
                parameters.getBatchSize(),
                parameters.getProjection());
    }

    /** The documents that match, in order, read as they are consumed. */
    Stream<Document> stream(Document query, Document orderBy, int skip, int limit) {
        return read(positions(query, orderBy, skip, limit), shown(null));
    }

    synchronized void fillIndexes() {
        if (!filled && !getIndexes().isEmpty()) {
            documents.forEach(
                    (position, document) -> getIndexes().forEach(index -> index.add(document, position, this)));
        }
        filled = true;
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document projection) {
        List<Object> found = positions(query, orderBy, skip, limit);
        UnaryOperator<Stream<Document>> shown = shown(projection);
        if (batchSize <= 0) {
            return new QueryResult(() -> read(found, shown).iterator());
        }
        PositionCursor cursor = new PositionCursor(cursorRegistry.generateCursorId(), found, next -> read(next, shown));
        List<Document> batch = cursor.takeDocuments(batchSize);
        if (cursor.isEmpty()) {
            return new QueryResult(batch);
        }
        cursorRegistry.add(cursor);
        return new QueryResult(batch, cursor);
    }

    /** Positions of the matching documents. The file keeps what is being read until it has been. */
    private List<Object> positions(Document query, Document orderBy, int skip, int limit) {
        // The file reuses the room of old versions; this keeps the one that is being read.
        MVStore.TxCounter reading = file.registerVersionUsage();
        try {
            Stream<Object> found = IdOrder.of(documents, orderBy)
                    .map(order -> byId(order, query, limit > 0 ? skip + limit : 0))
                    .orElseGet(() -> ordered(query, orderBy, skip, limit));
            return PositionList.of(limit > 0 ? found.skip(skip).limit(limit) : found.skip(skip));
        } finally {
            file.deregisterVersionUsage(reading);
        }
    }

    /** @param wanted so many are enough; 0 if all are wanted */
    private Stream<Object> byId(IdOrder order, Document query, int wanted) {
        QueryPlan plan = new QueryPlan(asked);
        List<IndexedValues> values = plan.values(query);
        Supplier<Stream<DocumentWithPosition<Object>>> walk = () -> values.isEmpty()
                ? order.within(query)
                : withDocuments(IndexedValues.walk(values, order.range(query), wanted));
        Predicate<DocumentWithPosition<Object>> matches = matching(query);
        Optional<List<Object>> soon = wanted > 0 && (order.descending() || !values.isEmpty())
                ? IdOrder.soon(walk.get(), matches, wanted)
                : Optional.empty();
        return soon.map(List::stream).orElseGet(() -> plan.otherwise(query, values)
                .map(some -> order.of(some, matches, wanted))
                .orElseGet(() -> walk.get().filter(matches).map(DocumentWithPosition::getPosition)));
    }

    private Stream<Object> ordered(Document query, Document orderBy, int skip, int limit) {
        QueryPlan plan = new QueryPlan(asked);
        Optional<Set<Object>> candidates = plan.candidates(query);
        Optional<List<Object>> ordered = candidates.isPresent()
                ? Optional.empty()
                : plan.inOrder(orderBy, query.isEmpty() && limit > 0 ? skip + limit : Integer.MAX_VALUE);
        return ordered.map(all -> inPlace(all, query))
                .orElseGet(() -> inOrder(matching(candidates, query), orderBy, skip, limit));
    }

    /** Of positions that are in order already, those that match. */
    private Stream<Object> inPlace(List<Object> all, Document query) {
        if (query.isEmpty()) {
            return all.stream();
        }
        return matching(withDocuments(all.stream()), query).map(DocumentWithPosition::getPosition);
    }

    private Stream<DocumentWithPosition<Object>> matching(Optional<Set<Object>> candidates, Document query) {
        return matching(
                candidates
                        .map(some -> withDocuments(some.stream().sorted(IdRange.ASCENDING)))
                        .orElseGet(this::streamAllDocumentsWithPosition),
                query);
    }

    private static Stream<DocumentWithPosition<Object>> matching(
            Stream<DocumentWithPosition<Object>> candidates, Document query) {
        return candidates.filter(matching(query));
    }

    private static Predicate<DocumentWithPosition<Object>> matching(Document query) {
        Effort effort = Effort.current();
        PreparedQuery prepared = new PreparedQuery(query);
        return candidate -> {
            effort.step();
            return prepared.test(candidate.getDocument());
        };
    }

    /** Without those that were deleted since an index told where they are. */
    private Stream<DocumentWithPosition<Object>> withDocuments(Stream<Object> positions) {
        return positions.flatMap(position -> Stream.ofNullable(documents.get(position))
                .map(document -> new DocumentWithPosition<>(document, position)));
    }

    private static Stream<Object> inOrder(
            Stream<DocumentWithPosition<Object>> matching, Document orderBy, int skip, int limit) {
        Ordering ordering = Ordering.of(orderBy);
        Stream<Ordering.Entry> entries =
                matching.map(document -> ordering.entry(document.getPosition(), document.getDocument()));
        boolean few = limit > 0 && (long) skip + limit <= FOREMOST;
        return (few ? new Foremost<>(ordering, skip + limit).of(entries).stream() : all(entries, ordering))
                .map(Ordering.Entry::position);
    }

    private static Stream<Ordering.Entry> all(Stream<Ordering.Entry> entries, Ordering ordering) {
        Effort effort = Effort.current();
        return entries.peek(entry -> effort.hold(Ordering.memory(entry))).sorted(ordering);
    }

    private Stream<Document> read(List<Object> positions, UnaryOperator<Stream<Document>> shown) {
        // An update of the library changes the documents that it reads in place; as the map hands out the stored ones,
        // it has to be given copies. Read now and not in the stream: that is drawn when the update may be over.
        boolean copying = Thread.holdsLock(this) && updating;
        Effort effort = Effort.current();
        Stream<Document> present = positions.stream()
                .peek(position -> effort.step())
                .map(documents::get)
                .filter(Objects::nonNull);
        return shown.apply(copying ? present.map(Document::clone) : present);
    }

    /** What is shown of documents. */
    private UnaryOperator<Stream<Document>> shown(Document projection) {
        if (projection == null || projection.isEmpty()) {
            return present -> present;
        }
        UnaryOperator<Stream<Document>> byLibrary = present -> projected(present, projection);
        return ShownFields.of(projection)
                .<UnaryOperator<Document>>map(fields -> fields)
                .or(() -> WithoutFields.of(projection))
                .<UnaryOperator<Stream<Document>>>map(fields -> present -> present.map(fields))
                .orElse(byLibrary);
    }

    /** Some at a time, since a projection is checked anew for each call; few at first, since many want the first alone. */
    private Stream<Document> projected(Stream<Document> present, Document projection) {
        Iterator<Document> all = present.iterator();
        return Stream.iterate(1, size -> Math.min(2 * size, PROJECTED_AT_ONCE))
                .map(size -> next(all, size))
                .takeWhile(some -> !some.isEmpty())
                .flatMap(some ->
                        matchDocumentsFromStream(new Document(), some.stream(), 0, 0, 0, null, projection)
                                .collectDocuments()
                                .stream());
    }

    private static List<Document> next(Iterator<Document> all, int size) {
        List<Document> some = new ArrayList<>(size);
        while (some.size() < size && all.hasNext()) {
            some.add(all.next());
        }
        return some;
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

    /** Nothing is stored, and no index changed, of a document that is too large. */
    @Override
    public synchronized void addDocument(Document document) {
        DocumentSize.check(document);
        super.addDocument(document);
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
