package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * A database whose documents are stored as BSON, one map per collection in the order of {@code _id}. Its indexes, unique
 * and other, live in memory and are filled when the database is opened: the file holds nothing but documents and cannot
 * contradict itself.
 */
final class IndexedDatabase extends AbstractSynchronizedMongoDatabase<Object> {
    /** The prefix by which the H2 backend finds the databases in a file. */
    private static final String DOCUMENTS = "databases.";

    /** Of all stores in this process, as they share its heap. */
    private static final Room ROOM = Room.ofHeap();

    private final MVStore file;
    private boolean opened;

    IndexedDatabase(String name, MVStore file, CursorRegistry cursors) {
        super(name, cursors);
        this.file = file;
        initializeNamespacesAndIndexes();
        opened = true;
        String prefix = mapOf("");
        file.getMapNames().stream()
                .filter(map -> map.startsWith(prefix))
                .map(map -> resolveCollection(map.substring(prefix.length()), false))
                .filter(IndexedCollection.class::isInstance)
                .forEach(collection -> ((IndexedCollection) collection).fillIndexes());
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        return new IndexedCollection(this, name, options, documents(name), cursorRegistry, file, opened);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return keys.size() == 1 && keys.get(0).getKey().equals("_id")
                ? new PrimaryIndex(name, keys, documents(collection))
                : new HashIndex(name, keys, sparse, true);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new HashIndex(name, keys, sparse, false);
    }

    /** Answers a page even to a caller who names no size, since a reply has a maximum length; counts by index. */
    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        Optional<Pipeline> pipeline = command.equals("aggregate") ? Pipeline.in(query) : Optional.empty();
        Optional<CountQuery> count = CountQuery.in(query);
        if (pipeline.isPresent() && count.isEmpty()) {
            return computed(pipeline.get(), query, databases, oplog);
        }
        try (Effort effort = Effort.of(query, ROOM)) {
            return effort.during(() -> count.map(counting -> counted(counting, channel, databases, oplog))
                    .orElseGet(() -> found(channel, command, query, databases, oplog)));
        }
    }

    private Document found(Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        if (command.equals("find")) {
            query.putIfAbsent("batchSize", PositionCursor.DEFAULT_BATCH);
        }
        return super.handleCommand(channel, command, query, databases, oplog);
    }

    private Document counted(CountQuery count, Channel channel, DatabaseResolver databases, Oplog oplog) {
        Document counted = super.handleCommand(channel, "count", count.command(), databases, oplog);
        return count.answer(counted, getFullCollectionNamespace(count.collection()));
    }

    private Document computed(Pipeline pipeline, Document query, DatabaseResolver databases, Oplog oplog) {
        String name = query.get("aggregate").toString();
        Effort effort = Effort.of(query, ROOM);
        try {
            Iterator<Document> documents = resolveCollection(name, false) instanceof IndexedCollection collection
                    ? effort.during(() ->
                            pipeline.of(collection, this, databases, oplog).iterator())
                    : Collections.emptyIterator();
            StreamCursor cursor = new StreamCursor(cursorRegistry.generateCursorId(), documents, effort);
            List<Document> first = cursor.takeDocuments(batchSize(query));
            if (!cursor.isEmpty()) {
                cursorRegistry.add(cursor);
            }
            return CountQuery.answer(getFullCollectionNamespace(name), first, cursor.isEmpty() ? 0 : cursor.getId());
        } catch (RuntimeException failed) {
            effort.close();
            throw failed;
        }
    }

    private static int batchSize(Document query) {
        return query.get("cursor") instanceof Document cursor && cursor.get("batchSize") instanceof Number size
                ? size.intValue()
                : PositionCursor.DEFAULT_BATCH;
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        file.removeMap(documents(name));
    }

    @Override
    public void moveCollection(MongoDatabase oldDatabase, MongoCollection<?> collection, String newName) {
        String oldMap = DOCUMENTS + collection.getFullName();
        super.moveCollection(oldDatabase, collection, newName);
        file.renameMap(file.openMap(oldMap, byPosition()), mapOf(newName));
    }

    private MVMap<Object, Document> documents(String collection) {
        return file.openMap(mapOf(collection), byPosition());
    }

    private String mapOf(String collection) {
        return DOCUMENTS + getFullCollectionNamespace(collection);
    }

    @Override
    protected long getStorageSize() {
        return file.isPersistent() ? file.getFileStore().size() : 0;
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }

    private static MVMap.Builder<Object, Document> byPosition() {
        return new MVMap.Builder<Object, Document>().keyType(new PositionType()).valueType(new DocumentType());
    }
}
