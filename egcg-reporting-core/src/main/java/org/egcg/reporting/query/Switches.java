package org.egcg.reporting.query;

import org.bson.BsonValue;

/** Switches: 1, 1.0 and true are on, 0, 0.0 and false are off, anything else is neither. */
final class Switches {

    private Switches() {}

    static boolean isOne(BsonValue value) {
        return is(value, 1);
    }

    static boolean isZero(BsonValue value) {
        return is(value, 0);
    }

    private static boolean is(BsonValue value, int number) {
        return value.isBoolean()
                ? value.asBoolean().getValue() == (number == 1)
                : value.isNumber() && value.asNumber().doubleValue() == number;
    }
}
