package org.egcg.reporting.resource;

import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.egcg.reporting.schema.Schema;

/** What became of an accepted write: the document as it is stored now, without its aggregates. */
public record Receipt(Schema schema, BsonDocument document) {

    public ObjectId id() {
        return document.getObjectId("_id").getValue();
    }

    public String etag() {
        return document.getString("_etag").getValue();
    }
}
