package org.egcg.reporting.store;

import com.mongodb.client.MongoCursor;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;

/** Documents straight from a driver's cursor, still in their encoded form. */
final class CursorDocuments implements Documents {

    private final MongoCursor<RawBsonDocument> cursor;
    private final StoreAvailability weather;

    CursorDocuments(MongoCursor<RawBsonDocument> cursor, StoreAvailability weather) {
        this.cursor = cursor;
        this.weather = weather;
    }

    @Override
    public boolean hasNext() {
        return weather.through(cursor::hasNext);
    }

    @Override
    public BsonDocument next() {
        BsonDocument next = weather.through(cursor::next);
        RequestBudget.current().given();
        return next;
    }

    @Override
    public void close() {
        cursor.close();
    }
}
