package org.egcg.reporting.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;

/**
 * Keeps the documents of each collection. Every write of one document is atomic; nothing here spans two. Safe for use
 * by several threads, and by several application nodes on one database.
 *
 * <p>All methods throw {@code ReportingException.Unavailable} while the database is away. Filters, orders and
 * projections are MongoDB's.
 */
public interface DocumentStore extends AutoCloseable {

    /** The documents asked for, read from the store as they are consumed; close it. */
    Documents find(Find find);

    /** How many documents match. */
    long count(String collection, BsonDocument filter);

    /** What a MongoDB aggregation pipeline answers, without any internal field; close it. */
    Documents pipeline(String collection, List<BsonDocument> stages);

    /**
     * Stores all of the documents, or none of them and throws {@link DuplicateKeyException}. Documents without an
     * {@code _id} get one.
     */
    void insert(String collection, List<BsonDocument> documents) throws DuplicateKeyException;

    /**
     * Sets and removes top-level fields of a document if it still has the etag.
     *
     * @return whether it had, and so whether anything was written
     * @throws DuplicateKeyException if another document has one of the unique values; nothing is written
     */
    boolean update(String collection, ObjectId id, String etag, BsonDocument set, Set<String> removed)
            throws DuplicateKeyException;

    /** Deletes a document if it still has the etag, and tells whether it had. */
    boolean delete(String collection, ObjectId id, String etag);

    /** Deletes every document of the collection that matches, and tells how many there were. */
    long deleteAll(String collection, BsonDocument filter);

    /** The documents that match with the revision each had when it was read, in the order of their {@code _id}. */
    List<Snapshot> snapshots(String collection, BsonDocument filter);

    /**
     * Writes the {@code aggregated} of a document if nothing was written to it since the snapshot; leaves
     * {@code _etag} and {@code _updated} alone.
     *
     * @return whether it was written
     */
    boolean writeAggregated(String collection, Snapshot snapshot, BsonDocument aggregated);

    /** Inserts the document, or replaces the one with the same {@code _id}, in a collection of our own bookkeeping. */
    void put(String collection, BsonDocument document);

    /**
     * Creates the indexes that are missing; those that cannot be created, for example because there are duplicates,
     * are logged. If the database is away, that happens before the next insertion.
     */
    void prepare(Collection<Index> indexes);

    @Override
    void close();
}
