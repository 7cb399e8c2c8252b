package org.egcg.reporting.lims;

import org.bson.BsonValue;

/** Which values of a filter leave it out. */
final class Emptiness {

    private Emptiness() {}

    /** Null, false, zero, and empty texts and lists. An empty object is none of these: nothing is named by it. */
    static boolean isEmpty(BsonValue value) {
        return switch (value.getBsonType()) {
            case NULL -> true;
            case BOOLEAN -> !value.asBoolean().getValue();
            case INT32, INT64, DOUBLE -> value.asNumber().doubleValue() == 0;
            case STRING -> value.asString().getValue().isEmpty();
            case ARRAY -> value.asArray().isEmpty();
            default -> false;
        };
    }
}
