package org.egcg.reporting.schema.internal;

import org.bson.BsonDocument;
import org.bson.BsonValue;

/** What an object that takes anything cannot take all the same, because no store could give it back. */
final class Storable {

    private Storable() {}

    static void check(BsonDocument document, FieldIssues issues) {
        document.forEach((key, value) -> {
            FieldIssues here = issues.at(key);
            if (key.startsWith("$") || key.indexOf('\0') >= 0 || !wellFormed(key)) {
                here.add("key", "field names must not start with '$' or contain NUL");
            } else {
                check(value, here);
            }
        });
    }

    private static void check(BsonValue value, FieldIssues issues) {
        switch (value.getBsonType()) {
            case DOCUMENT -> check(value.asDocument(), issues);
            case ARRAY -> {
                for (int index = 0; index < value.asArray().size(); index++) {
                    check(value.asArray().get(index), issues.at(Integer.toString(index)));
                }
            }
            case DOUBLE -> require(Double.isFinite(value.asDouble().getValue()), "float", issues);
            case DECIMAL128 -> require(false, "integer", issues);
            case STRING -> require(wellFormed(value.asString().getValue()), "string", issues);
            default -> {}
        }
    }

    private static void require(boolean holds, String type, FieldIssues issues) {
        if (!holds) {
            issues.add("type", "must be of " + type + " type");
        }
    }

    /** Whether text can be written as UTF-8: no half of a surrogate pair stands alone. */
    static boolean wellFormed(String text) {
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (Character.isHighSurrogate(unit)
                    && index + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(index + 1))) {
                index++;
            } else if (Character.isSurrogate(unit)) {
                return false;
            }
        }
        return true;
    }
}
