package org.egcg.reporting.schema.internal;

import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.json.EveDate;

/** A value as the API's messages quote it: the way Python prints it. */
final class PythonText {

    private static final int LONGEST = 1000;

    private PythonText() {}

    /** At most 1,000 characters of it. */
    static String of(BsonValue value) {
        String text = value instanceof BsonString string ? string.getValue() : quoted(value);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static String quoted(BsonValue value) {
        return switch (value.getBsonType()) {
            case NULL -> "None";
            case BOOLEAN -> value.asBoolean().getValue() ? "True" : "False";
            case INT32 -> Integer.toString(value.asInt32().getValue());
            case INT64 -> Long.toString(value.asInt64().getValue());
            case DOUBLE -> Double.toString(value.asDouble().getValue());
            case DECIMAL128 -> value.asDecimal128().getValue().toString();
            case DATE_TIME -> EveDate.format(value.asDateTime());
            case OBJECT_ID -> value.asObjectId().getValue().toHexString();
            case ARRAY -> list(value.asArray());
            case DOCUMENT -> object(value.asDocument());
            case STRING ->
                "'" + value.asString().getValue().replace("\\", "\\\\").replace("'", "\\'") + "'";
            default -> value.toString();
        };
    }

    private static String list(BsonArray array) {
        return array.stream().limit(LONGEST).map(PythonText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String object(BsonDocument document) {
        return document.entrySet().stream()
                .limit(LONGEST)
                .map(entry -> quoted(new BsonString(entry.getKey())) + ": " + quoted(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
