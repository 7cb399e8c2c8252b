package org.egcg.reporting.admin;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.BsonDocument;

/**
 * One step of a migration: a stored document is changed, or made.
 *
 * @param name what people call the document
 * @param update MongoDB's update of the document that the filter finds; a whole document if it is to be made
 */
record Change(String collection, String name, BsonDocument filter, BsonDocument update) {

    String line() {
        return collection + "\t" + name + "\t" + update.toJson();
    }

    void apply(MongoDatabase database) {
        var documents = database.getCollection(collection, BsonDocument.class);
        if (update.getFirstKey().startsWith("$")) {
            documents.updateOne(filter, update);
        } else {
            documents.replaceOne(filter, update, new ReplaceOptions().upsert(true));
        }
    }
}
