package org.egcg.reporting.query;

import java.util.Set;
import org.bson.BsonValue;

/** The types that {@code $type} may ask for, by MongoDB's names and numbers. */
final class TypeNames {

    private static final Set<String> NAMES = Set.of(
            "double",
            "string",
            "object",
            "array",
            "binData",
            "objectId",
            "bool",
            "date",
            "null",
            "int",
            "timestamp",
            "long",
            "decimal",
            "number");

    private static final Set<Integer> NUMBERS = Set.of(1, 2, 3, 4, 5, 7, 8, 9, 10, 16, 17, 18, 19);

    private TypeNames() {}

    static boolean known(BsonValue type) {
        return type.isString()
                ? NAMES.contains(type.asString().getValue())
                : type.isNumber() && NUMBERS.contains(type.asNumber().intValue());
    }
}
