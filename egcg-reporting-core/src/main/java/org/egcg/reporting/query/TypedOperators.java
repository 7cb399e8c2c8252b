package org.egcg.reporting.query;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;

/** Brings what operators are given into the types of the fields that they are about. */
final class TypedOperators {

    /** Reads a filter of what lies inside the members of a list. */
    interface Inside {
        BsonDocument filter(OperandTypes types, BsonDocument condition);
    }

    private final OperandTypes types;
    private final Inside inside;

    TypedOperators(OperandTypes types, Inside inside) {
        this.types = types;
        this.inside = inside;
    }

    /** The condition of the field at a path that is equal to a value. */
    Where equal(String path, BsonValue value) {
        List<BsonValue> readings = types.at(path).readings(value);
        String field = Fields.searchable(path);
        return readings.size() == 1
                ? new Where.Equal(field, readings.get(0))
                : new Where.Meets(field, new BsonDocument("$in", new BsonArray(readings)));
    }

    /** The condition of the field at a path that meets operators. */
    Where meets(String path, BsonDocument operators) {
        Operators.check(operators);
        return new Where.Meets(Fields.searchable(path), typed(path, types.at(path), operators));
    }

    private BsonDocument typed(String path, OperandType type, BsonDocument operators) {
        BsonDocument typed = new BsonDocument();
        operators.forEach((operator, operand) -> {
            switch (operator) {
                case "$eq" -> put(typed, "$eq", "$in", type.readings(operand));
                case "$ne" -> put(typed, "$ne", "$nin", type.readings(operand));
                case "$gt", "$gte", "$lt", "$lte" -> put(typed, operator, type.bound(operand));
                case "$in", "$nin" -> put(typed, operator, all(type, operand.asArray()));
                case "$all" -> put(typed, operator, each(path, type, operand.asArray()));
                case "$not" -> put(typed, operator, typed(path, type, operand.asDocument()));
                case "$elemMatch" -> put(typed, operator, member(path, type, operand.asDocument()));
                default -> put(typed, operator, operand);
            }
        });
        return typed;
    }

    private static void put(BsonDocument typed, String one, String several, List<BsonValue> readings) {
        put(
                typed,
                readings.size() == 1 ? one : several,
                readings.size() == 1 ? readings.get(0) : new BsonArray(readings));
    }

    private static void put(BsonDocument typed, String operator, BsonValue operand) {
        if (typed.put(operator, operand) != null) {
            throw new Malformed("where: " + operator + " twice for one field; write two conditions under $and");
        }
    }

    private static BsonArray all(OperandType type, BsonArray values) {
        return new BsonArray(
                values.stream().flatMap(value -> type.readings(value).stream()).toList());
    }

    private BsonArray each(String path, OperandType type, BsonArray values) {
        return new BsonArray(values.stream()
                .map(value -> Operators.areIn(value)
                        ? typed(path, type, value.asDocument())
                        : type.member().value(value))
                .toList());
    }

    private BsonDocument member(String path, OperandType type, BsonDocument condition) {
        return Operators.isConditionOfMembers(condition)
                ? typed(path, type.member(), condition)
                : inside.filter(types.below(path), condition);
    }
}
