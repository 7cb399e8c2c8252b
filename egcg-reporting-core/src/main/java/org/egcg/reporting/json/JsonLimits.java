package org.egcg.reporting.json;

import java.util.function.LongConsumer;

/**
 * How much JSON a client may send.
 *
 * @param depth how many objects and lists may lie inside each other
 * @param values how many objects, lists, texts and numbers there may be, all in all
 * @param memory is told of bytes that what is read will take, before it takes them; may refuse by an exception
 */
public record JsonLimits(int depth, int values, LongConsumer memory) {

    /** How many objects and lists may lie inside each other, for all callers. */
    static final int DEEPEST = 100;

    /** For what we have written ourselves, and for texts that are short. */
    public static JsonLimits none() {
        return new JsonLimits(DEEPEST, Integer.MAX_VALUE, bytes -> {});
    }
}
