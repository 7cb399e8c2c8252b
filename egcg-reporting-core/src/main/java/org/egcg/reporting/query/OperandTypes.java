package org.egcg.reporting.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.egcg.reporting.schema.CommonRules;
import org.egcg.reporting.schema.Rule;
import org.egcg.reporting.schema.Schema;

/**
 * Of which type the values are that a query compares a field with: the type that the schema gives the field. What is
 * computed, and what lies in objects that take anything, has none there. Immutable.
 */
final class OperandTypes {

    private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");
    private static final Map<String, Rule> OF_THE_SERVICE = Map.of(
            "_id", new Rule.Identifier(CommonRules.OPTIONAL),
            "_etag", new Rule.Text(CommonRules.OPTIONAL, java.util.List.of(), Optional.empty()),
            "_created", new Rule.Moment(CommonRules.OPTIONAL),
            "_updated", new Rule.Moment(CommonRules.OPTIONAL));

    private final Map<String, Rule> rules;
    private final String prefix;

    private OperandTypes(Map<String, Rule> rules, String prefix) {
        this.rules = rules;
        this.prefix = prefix;
    }

    /** Where no schema is known. */
    static OperandTypes unknown() {
        return new OperandTypes(Map.of(), "");
    }

    static OperandTypes of(Schema schema) {
        Map<String, Rule> rules = new LinkedHashMap<>(OF_THE_SERVICE);
        rules.putAll(schema.rules());
        return new OperandTypes(rules, "");
    }

    /** The type of the field at a path; lists are passed through, with or without an index. */
    OperandType at(String path) {
        Map<String, Rule> fields = rules;
        Optional<Rule> found = Optional.empty();
        for (String name : path.split("\\.", -1)) {
            if (found.isPresent()
                    && found.get() instanceof Rule.Sequence list
                    && INDEX.matcher(name).matches()) {
                found = Optional.of(list.member());
            } else {
                found = Optional.ofNullable(fields.get(name));
            }
            fields = found.map(OperandTypes::inside).orElse(Map.of());
        }
        return new OperandType(prefix + path, found);
    }

    /** The types of the fields inside the members of a list. */
    OperandTypes below(String path) {
        return new OperandTypes(at(path).rule().map(OperandTypes::inside).orElse(Map.of()), prefix + path + ".");
    }

    private static Map<String, Rule> inside(Rule rule) {
        if (rule instanceof Rule.Sequence list) {
            return inside(list.member());
        }
        return rule instanceof Rule.Structure structure ? structure.fields() : Map.of();
    }
}
