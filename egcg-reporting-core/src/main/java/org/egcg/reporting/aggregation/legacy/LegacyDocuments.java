package org.egcg.reporting.aggregation.legacy;

import java.util.OptionalInt;
import org.bson.BsonDocument;
import org.egcg.reporting.store.Documents;

/**
 * What a report answers, read from the database as it is consumed; ids and dates are in the database's own JSON form,
 * {@code {"$oid": …}} and {@code {"$date": …}}. For one thread; close it.
 */
public final class LegacyDocuments implements Documents {

    private final long total;
    private final OptionalInt page;
    private final int size;
    private final Documents documents;

    LegacyDocuments(long total, OptionalInt page, int size, Documents documents) {
        this.total = total;
        this.page = page;
        this.size = size;
        this.documents = documents;
    }

    /** How many documents there are, all pages together. */
    public long total() {
        return total;
    }

    /** Which page this is, from 1; empty if it is everything. */
    public OptionalInt page() {
        return page;
    }

    /** Documents per page; 0 if this is everything. */
    public int size() {
        return size;
    }

    @Override
    public boolean hasNext() {
        return documents.hasNext();
    }

    @Override
    public BsonDocument next() {
        return DatabaseJson.of(documents.next()).asDocument();
    }

    @Override
    public void close() {
        documents.close();
    }
}
