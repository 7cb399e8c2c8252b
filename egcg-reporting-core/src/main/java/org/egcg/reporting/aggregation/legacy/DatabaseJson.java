package org.egcg.reporting.aggregation.legacy;

import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Values in the form in which the earlier API showed what came straight from the database. */
final class DatabaseJson {

    private DatabaseJson() {}

    static BsonValue of(BsonValue value) {
        return switch (value.getBsonType()) {
            case OBJECT_ID ->
                new BsonDocument(
                        "$oid", new BsonString(value.asObjectId().getValue().toHexString()));
            case DATE_TIME ->
                new BsonDocument("$date", new BsonInt64(value.asDateTime().getValue()));
            case DOCUMENT -> document(value.asDocument());
            case ARRAY ->
                value.asArray().stream().map(DatabaseJson::of).collect(Collectors.toCollection(BsonArray::new));
            default -> value;
        };
    }

    private static BsonDocument document(BsonDocument document) {
        BsonDocument shown = new BsonDocument();
        document.forEach((field, value) -> shown.append(field, of(value)));
        return shown;
    }
}
