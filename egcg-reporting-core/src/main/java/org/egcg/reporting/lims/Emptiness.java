package org.egcg.reporting.lims;

import org.bson.BsonValue;

/** Which values of a filter leave it out. */
final class Emptiness {

    private Emptiness() {}

    /** Null, false, zero, and empty texts, lists and objects. */
    static boolean isEmpty(BsonValue value) {
        return switch (value.getBsonType()) {
            case NULL -> true;
            case BOOLEAN -> !value.asBoolean().getValue();
            case INT32, INT64, DOUBLE -> value.asNumber().doubleValue() == 0;
            case STRING -> value.asString().getValue().isEmpty();
            case ARRAY -> value.asArray().isEmpty();
            case DOCUMENT -> value.asDocument().isEmpty();
            default -> false;
        };
    }
}
