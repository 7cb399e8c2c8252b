package org.egcg.reporting.web.openapi;

import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.lims.LimsVocabulary;

/** The arguments of a report of the LIMS as parameters of an operation. */
final class LimsParameters {

    private LimsParameters() {}

    static BsonArray of(String report) {
        BsonArray parameters = new BsonArray();
        parameters.add(match(report));
        LimsVocabulary.arguments(report)
                .forEach((name, meaning) ->
                        parameters.add(parameter(name, meaning).append("schema", typed("string"))));
        return parameters;
    }

    /** In a query the object is JSON text. */
    private static BsonDocument match(String report) {
        BsonDocument keys = new BsonDocument();
        LimsVocabulary.keys(report)
                .forEach((key, meaning) -> keys.append(key, new BsonDocument("description", new BsonString(meaning))));
        BsonDocument shape =
                typed("object").append("properties", keys).append("additionalProperties", BsonBoolean.FALSE);
        return parameter("match", "What is asked for, as a JSON object.")
                .append("content", new BsonDocument("application/json", new BsonDocument("schema", shape)));
    }

    private static BsonDocument parameter(String name, String meaning) {
        return new BsonDocument("name", new BsonString(name))
                .append("in", new BsonString("query"))
                .append("description", new BsonString(meaning));
    }

    private static BsonDocument typed(String type) {
        BsonValue name = new BsonString(type);
        return new BsonDocument("type", name);
    }
}
