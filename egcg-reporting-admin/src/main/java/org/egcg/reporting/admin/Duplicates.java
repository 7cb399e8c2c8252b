package org.egcg.reporting.admin;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.schema.Schema;

/** Documents that share a value that is to be unique, one line for each value, with what tells the documents apart. */
final class Duplicates {

    private static final Set<String> OWN = Set.of("_id", "_etag", "_created", "_updated", "aggregated", "_revision");

    private final MongoDatabase database;

    Duplicates(MongoDatabase database) {
        this.database = database;
    }

    List<String> of(Schema schema) {
        return schema.uniqueFields().stream()
                .filter(field -> !field.equals("_id"))
                .flatMap(field ->
                        values(schema.resource(), field).stream().map(value -> line(schema.resource(), field, value)))
                .toList();
    }

    private List<BsonValue> values(String collection, String field) {
        List<BsonDocument> stages = List.of(
                new BsonDocument("$match", BsonDocument.parse("{\"" + field + "\": {\"$exists\": true}}")),
                BsonDocument.parse("{\"$group\": {\"_id\": \"$" + field + "\", \"n\": {\"$sum\": 1}}}"),
                BsonDocument.parse("{\"$match\": {\"n\": {\"$gt\": 1}}}"));
        return database.getCollection(collection, BsonDocument.class)
                .aggregate(stages)
                .batchSize(1000)
                .map(group -> group.get("_id"))
                .into(new ArrayList<>());
    }

    private String line(String collection, String field, BsonValue value) {
        List<BsonDocument> sharing = database.getCollection(collection, BsonDocument.class)
                .find(new BsonDocument(field, value))
                .sort(BsonDocument.parse("{\"_id\": 1}"))
                .into(new ArrayList<>());
        BsonArray ids = new BsonArray(
                sharing.stream().map(document -> (BsonValue) own(document)).toList());
        return "duplicates\t%s\t%s\t%s\tdiffer in %s"
                .formatted(collection, new BsonDocument(field, value).toJson(), ids.getValues(), differing(sharing));
    }

    private static BsonDocument own(BsonDocument document) {
        BsonDocument own = new BsonDocument("_id", document.get("_id"));
        if (document.containsKey("_created")) {
            own.append("_created", document.get("_created"));
        }
        return own;
    }

    private static Set<String> differing(List<BsonDocument> documents) {
        Set<String> fields = new TreeSet<>();
        documents.forEach(document -> fields.addAll(document.keySet()));
        fields.removeAll(OWN);
        fields.removeIf(field -> documents.stream()
                        .map(document -> document.get(field))
                        .distinct()
                        .count()
                == 1);
        return fields;
    }
}
