package org.egcg.reporting.store;

import org.bson.BsonDocument;

/**
 * One question to a collection: which documents, in which order, which of their fields, how many. An empty order means
 * the order of insertion; an empty projection means all fields; a limit of 0 means no limit.
 */
public record Find(
        String collection, BsonDocument filter, BsonDocument order, BsonDocument projection, long skip, int limit) {

    public Find {
        if (skip < 0 || limit < 0) {
            throw new IllegalArgumentException("skip " + skip + " and limit " + limit + " count documents");
        }
    }

    public static Find in(String collection) {
        return new Find(collection, new BsonDocument(), new BsonDocument(), new BsonDocument(), 0, 0);
    }

    public Find matching(BsonDocument newFilter) {
        return new Find(collection, newFilter, order, projection, skip, limit);
    }

    public Find sorted(BsonDocument newOrder) {
        return new Find(collection, filter, newOrder, projection, skip, limit);
    }

    public Find only(BsonDocument newProjection) {
        return new Find(collection, filter, order, newProjection, skip, limit);
    }

    public Find slice(long newSkip, int newLimit) {
        return new Find(collection, filter, order, projection, newSkip, newLimit);
    }
}
