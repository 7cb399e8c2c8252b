package org.egcg.reporting.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.types.ObjectId;

/**
 * Keeps the documents of each collection; a collection need not be made before it is used. An institute may implement it:
 * the contract is below, and {@code DocumentStoreContract} of {@code egcg-reporting-fixture} is a JUnit class that tests
 * it.
 *
 * <p><b>Writes.</b> Every write of one document is atomic, and every read after a write that was answered finds it;
 * nothing spans two documents, except that {@link #insert} is whole or not at all once it has answered.
 * {@link #update} and {@link #delete} depend on the document's {@code _etag}, {@link #writeAggregated} on its revision:
 * of several that name the same one, at most one succeeds, and it is decided where the document is kept, so that it holds
 * among application nodes on one database too.
 *
 * <p><b>Revisions.</b> Every write to a document moves its revision: {@link #update} and {@link #writeAggregated} do. What
 * a revision is, and where it is kept, is the store's alone: no document that it gives out has a field that was not
 * written, and none lacks a field that was.
 *
 * <p><b>Questions.</b> Filters, orders and projections are MongoDB's, with its comparison of types. A store need know no
 * operators but {@code $and, $or, $nor, $not, $eq, $ne, $gt, $gte, $lt, $lte, $in, $nin, $exists, $all, $size, $type,
 * $mod, $elemMatch}; one that it does not know, or an operand that it refuses, is a {@code ReportingException.Malformed}.
 * Filters are also the safeguards of marks: notes of interrupted work are documents like others, in collections of the
 * library's own ({@code pending_aggregations}, {@code idempotency_keys}, {@code saved_views} and more), written with
 * {@link #put} and {@link #deleteAll}, and have to outlive the process where documents do.
 *
 * <p><b>Indexes.</b> {@link #prepare} tells what is asked most, and what is unique: unique fields are the store's to guard,
 * as only it can do so for writers at the same time. A document without any of the fields is not looked at.
 *
 * <p><b>Documents</b> that are given stay the caller's: a store keeps no reference to them, except that {@link #insert} adds
 * the {@code _id} that it has chosen. Those that are answered are for reading, and may be immutable; they do not change
 * when the stored ones do.
 *
 * <p><b>Failures.</b> All methods, and {@link Documents} that were answered, throw {@code ReportingException.Unavailable}
 * while the database is away, and after {@link #close()}. A write that fails so may have happened.
 *
 * <p><b>Threads.</b> Safe for use by several threads; one {@link Documents} is for one thread.
 */
public interface DocumentStore extends AutoCloseable {

    /**
     * The documents asked for, read from the store as they are consumed; close it. Documents that the order does not tell
     * apart come in the order of their {@code _id}. What is written meanwhile may be seen or not.
     */
    Documents find(Find find);

    /** How many documents match. */
    long count(String collection, BsonDocument filter);

    /**
     * What a MongoDB aggregation pipeline answers; close it. Asked only for the reports of the deprecated API.
     *
     * @throws org.egcg.reporting.error.ReportingException.Unsupported if this store computes none
     */
    Documents pipeline(String collection, List<BsonDocument> stages);

    /**
     * Stores all of the documents, or none of them. Documents without an {@code _id} get an ObjectId that is greater than
     * those given before in this process.
     *
     * @throws DuplicateKeyException if a stored document, or another of these, has the same {@code _id} or unique value
     */
    void insert(String collection, List<BsonDocument> documents) throws DuplicateKeyException;

    /**
     * Sets and removes top-level fields of a document if it still has the etag.
     *
     * @param etag what {@code _etag} was when the document was read; {@code set} holds the next one
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
     * Writes the {@code aggregated} of a document if nothing was written to it since the snapshot; leaves all other
     * fields alone, {@code _etag} and {@code _updated} among them. One that was deleted and stored again was written to.
     *
     * @param snapshot one that this store has answered, or its document at the revision that {@link #revisionAfter} has told
     * @return whether it was written
     */
    boolean writeAggregated(String collection, Snapshot snapshot, BsonDocument aggregated);

    /**
     * The revision at which a document is after {@link #writeAggregated} has written it. A store that does not tell is
     * asked for all children at every renewal.
     *
     * @param before what was given to that write
     */
    default Optional<BsonValue> revisionAfter(Snapshot before) {
        return Optional.empty();
    }

    /** Inserts the document, or replaces the one with the same {@code _id}, in a collection of our own bookkeeping. */
    void put(String collection, BsonDocument document);

    /**
     * Creates the indexes that are missing, and leaves others alone; those that cannot be created, for example because
     * there are duplicates, are logged. If the database is away, that happens before the next insertion.
     */
    void prepare(Collection<Index> indexes);

    /**
     * Whether {@link #insert} surely refuses a second document with the same value in the field, so that nobody need ask
     * before. A store that says no is asked before each insertion.
     */
    default boolean guards(String collection, String field) {
        return false;
    }

    /** Gives up what the store holds; closing again does nothing. */
    @Override
    void close();
}
