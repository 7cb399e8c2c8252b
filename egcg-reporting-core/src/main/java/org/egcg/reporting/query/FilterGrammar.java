package org.egcg.reporting.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;

/** Reads MongoDB filters. */
final class FilterGrammar {

    private FilterGrammar() {}

    static Where where(BsonValue filter) {
        List<Where> members = new ArrayList<>();
        for (Map.Entry<String, BsonValue> member : Operators.checkFilter(filter).entrySet()) {
            members.add(member(member.getKey(), member.getValue()));
        }
        return members.size() == 1 ? members.get(0) : new Where.All(members);
    }

    private static Where member(String key, BsonValue value) {
        return switch (key) {
            case "$and" -> new Where.All(some(key, value));
            case "$or" -> new Where.Any(some(key, value));
            case "$nor" -> new Where.None(some(key, value));
            default -> field(key, value);
        };
    }

    private static List<Where> some(String key, BsonValue value) {
        return Operators.checkFilters(key, value).stream()
                .map(FilterGrammar::where)
                .toList();
    }

    private static Where field(String key, BsonValue value) {
        if (key.startsWith("$")) {
            throw new Malformed("where: " + key + " is not allowed");
        }
        String field = Fields.searchable(key);
        return Operators.areIn(value)
                ? new Where.Meets(field, Operators.converted(value.asDocument()))
                : new Where.Equal(field, Values.converted(value));
    }
}
