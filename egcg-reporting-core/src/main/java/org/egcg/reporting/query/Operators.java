package org.egcg.reporting.query;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.JsonWriter;

/**
 * The operators that a field's condition may use, and what each must be given. Whatever is missing here is refused:
 * above all everything that evaluates code. Patterns never reach the store: see {@link SearchPattern}. {@code $text} and {@code $near} are missing because they need
 * indexes that no collection of ours has; MongoDB refuses them as well.
 */
final class Operators {

    private static final Map<String, Predicate<BsonValue>> OPERANDS = Map.ofEntries(
            entry("$eq", Objects::nonNull),
            entry("$gt", Objects::nonNull),
            entry("$gte", Objects::nonNull),
            entry("$lt", Objects::nonNull),
            entry("$lte", Objects::nonNull),
            entry("$ne", Objects::nonNull),
            entry("$in", BsonValue::isArray),
            entry("$nin", BsonValue::isArray),
            entry("$all", BsonValue::isArray),
            entry("$size", Operators::isCount),
            entry("$exists", Objects::nonNull),
            entry("$type", Operators::isType),
            entry("$mod", Operators::isDivision),
            entry("$elemMatch", BsonValue::isDocument),
            entry("$not", Operators::areIn),
            entry("$regex", BsonValue::isString),
            entry("$options", BsonValue::isString),
            entry("$geoWithin", BsonValue::isDocument),
            entry("$geoIntersects", BsonValue::isDocument),
            entry("$bitsAllClear", Operators::isMask),
            entry("$bitsAllSet", Operators::isMask),
            entry("$bitsAnyClear", Operators::isMask),
            entry("$bitsAnySet", Operators::isMask));

    /** Where they stand for nothing, inside a value to compare with, these names are harmless. */
    private static final Set<String> HARMLESS = Set.of(
            "$and",
            "$or",
            "$nor",
            "$text",
            "$search",
            "$language",
            "$caseSensitive",
            "$diacriticSensitive",
            "$near",
            "$nearSphere",
            "$maxDistance",
            "$minDistance",
            "$geometry",
            "$box",
            "$center",
            "$centerSphere",
            "$polygon");

    private static final Set<String> JUNCTIONS = Set.of("$and", "$or", "$nor");

    private Operators() {}

    /** Whether a field's value is a condition rather than something to be equal to. */
    static boolean areIn(BsonValue value) {
        return value.isDocument() && value.asDocument().keySet().stream().anyMatch(key -> key.startsWith("$"));
    }

    /** Refuses operators that are not allowed and operands that are impossible, at any depth. */
    static void check(BsonDocument operators) {
        operators.forEach(Operators::check);
        if (operators.containsKey("$regex")) {
            SearchPattern.of(text("$regex", operators), text("$options", operators));
        } else if (operators.containsKey("$options")) {
            throw new Malformed("where: $options: only beside $regex");
        }
    }

    private static String text(String operator, BsonDocument operators) {
        return operators.getString(operator, new BsonString("")).getValue();
    }

    private static void check(String operator, BsonValue operand) {
        Predicate<BsonValue> possible = OPERANDS.get(operator);
        if (possible == null) {
            throw new Malformed("where: " + operator + " is not allowed; known are " + names());
        }
        if (!possible.test(operand)) {
            throw new Malformed("where: " + operator + " cannot have the operand " + JsonWriter.text(operand));
        }
        switch (operator) {
            case "$not" -> check(operand.asDocument());
            case "$elemMatch" -> member(operand.asDocument());
            default -> checkValue(operand);
        }
    }

    private static String names() {
        return OPERANDS.keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    private static void member(BsonDocument condition) {
        if (isConditionOfMembers(condition)) {
            check(condition);
        } else {
            condition.forEach(Operators::checkField);
        }
    }

    /** Whether what {@code $elemMatch} asks is asked of the members themselves, not of fields inside them. */
    static boolean isConditionOfMembers(BsonDocument condition) {
        return condition.keySet().stream().anyMatch(OPERANDS::containsKey);
    }

    private static void checkField(String key, BsonValue value) {
        if (JUNCTIONS.contains(key)) {
            checkFilters(key, value).forEach(filter -> checkFilter(filter).forEach(Operators::checkField));
        } else if (areIn(value)) {
            checkName(key);
            check(value.asDocument());
        } else {
            checkName(key);
            checkValue(value);
        }
    }

    private static void checkName(String key) {
        if (key.startsWith("$")) {
            throw new Malformed("where: " + key + " is not allowed");
        }
        Fields.searchable(key);
    }

    /** The alternatives that {@code $and}, {@code $or} and {@code $nor} are given: a list with members. */
    static BsonArray checkFilters(String key, BsonValue value) {
        if (!value.isArray() || value.asArray().isEmpty()) {
            throw new Malformed("where: " + key + " needs a list with members");
        }
        return value.asArray();
    }

    static BsonDocument checkFilter(BsonValue filter) {
        if (!filter.isDocument()) {
            throw new Malformed("where: a filter is an object, not " + filter.getBsonType());
        }
        return filter.asDocument();
    }

    /** Refuses a value to compare with if anything inside it has the name of a forbidden operator. */
    static void checkValue(BsonValue value) {
        if (value.isArray()) {
            value.asArray().forEach(Operators::checkValue);
        } else if (value.isDocument()) {
            value.asDocument().forEach((key, member) -> {
                if (key.startsWith("$") && !HARMLESS.contains(key) && !OPERANDS.containsKey(key)) {
                    throw new Malformed("where: " + key + " is not allowed");
                }
                checkValue(member);
            });
        }
    }

    private static boolean isCount(BsonValue operand) {
        return operand.isNumber()
                && operand.asNumber().doubleValue() >= 0
                && operand.asNumber().doubleValue() == operand.asNumber().intValue();
    }

    private static boolean isType(BsonValue operand) {
        return operand.isArray()
                ? !operand.asArray().isEmpty() && operand.asArray().stream().allMatch(TypeNames::known)
                : TypeNames.known(operand);
    }

    private static boolean isDivision(BsonValue operand) {
        return operand.isArray()
                && operand.asArray().size() == 2
                && operand.asArray().stream().allMatch(Operators::isFinite)
                && operand.asArray().get(0).asNumber().longValue() != 0;
    }

    private static boolean isFinite(BsonValue value) {
        return value.isNumber() && Double.isFinite(value.asNumber().doubleValue());
    }

    private static boolean isMask(BsonValue operand) {
        BsonArray positions = operand.isArray() ? operand.asArray() : new BsonArray(List.of(operand));
        return positions.stream().allMatch(Operators::isCount);
    }
}
