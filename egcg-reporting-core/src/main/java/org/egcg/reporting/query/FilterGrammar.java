package org.egcg.reporting.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;

/** Reads MongoDB filters. */
final class FilterGrammar {

    private final TypedOperators operators;

    /** @param types of the fields of the documents */
    FilterGrammar(OperandTypes types) {
        this.operators = new TypedOperators(
                types,
                (below, condition) -> new FilterGrammar(below).where(condition).filter());
    }

    Where where(BsonValue filter) {
        List<Where> members = new ArrayList<>();
        for (Map.Entry<String, BsonValue> member : Operators.checkFilter(filter).entrySet()) {
            members.add(member(member.getKey(), member.getValue()));
        }
        return members.size() == 1 ? members.get(0) : new Where.All(members);
    }

    private Where member(String key, BsonValue value) {
        return switch (key) {
            case "$and" -> new Where.All(some(key, value));
            case "$or" -> new Where.Any(some(key, value));
            case "$nor" -> new Where.None(some(key, value));
            default -> field(key, value);
        };
    }

    private List<Where> some(String key, BsonValue value) {
        return Operators.checkFilters(key, value).stream().map(this::where).toList();
    }

    private Where field(String key, BsonValue value) {
        if (key.startsWith("$")) {
            throw new Malformed("where: " + key + " is not allowed; at this place known are $and, $or and $nor");
        }
        return Operators.areIn(value) ? operators.meets(key, value.asDocument()) : operators.equal(key, value);
    }
}
