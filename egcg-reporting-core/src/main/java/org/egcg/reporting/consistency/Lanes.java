package org.egcg.reporting.consistency;

import org.bson.BsonValue;

/** Lanes by run and number. */
final class Lanes {

    private Lanes() {}

    /** A number however it is stored; empty text if there is none. */
    static String number(BsonValue lane) {
        return lane != null && lane.isNumber() ? String.valueOf(lane.asNumber().longValue()) : "";
    }

    static long key(String run, BsonValue lane) {
        return Keys.of(run, number(lane));
    }
}
