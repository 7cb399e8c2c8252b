package org.egcg.reporting.openapi;

import static org.egcg.reporting.openapi.Tree.list;
import static org.egcg.reporting.openapi.Tree.object;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.schema.DataRelation;
import org.egcg.reporting.schema.Rule;

/** Rules as JSON Schema. */
final class RuleShapes {

    static final String DATE = "^[0-9]{2}_[0-9]{2}_[0-9]{1,4}_[0-9]{2}:[0-9]{2}:[0-9]{2}$";

    private RuleShapes() {}

    /** An object with these fields. */
    static BsonDocument object(Map<String, Rule> rules) {
        BsonDocument properties = new BsonDocument();
        rules.forEach((name, rule) -> properties.put(name, of(rule)));
        BsonDocument shape = Tree.object("type", "object", "properties", properties, "additionalProperties", false);
        List<String> required = rules.keySet().stream()
                .filter(name -> rules.get(name).terms().required())
                .toList();
        if (!required.isEmpty()) {
            shape.put("required", list(required.toArray()));
        }
        return shape;
    }

    private static BsonDocument of(Rule rule) {
        BsonDocument shape = bare(rule);
        if (rule.terms().nullable()) {
            shape.put("type", list(shape.get("type"), "null"));
        }
        rule.terms().initial().ifPresent(initial -> shape.put("default", initial));
        String description = description(rule);
        if (!description.isEmpty()) {
            shape.put("description", new BsonString(description));
        }
        return shape;
    }

    private static BsonDocument bare(Rule rule) {
        if (rule instanceof Rule.Text text) {
            return text.allowed().isEmpty()
                    ? Tree.object("type", "string")
                    : Tree.object("type", "string", "enum", text.allowed());
        } else if (rule instanceof Rule.Whole whole) {
            return whole(whole);
        } else if (rule instanceof Rule.Decimal) {
            return Tree.object("type", "number", "format", "double");
        } else if (rule instanceof Rule.Moment) {
            return Tree.object("type", "string", "pattern", DATE, "examples", list("01_02_2019_10:11:12"));
        } else if (rule instanceof Rule.Identifier) {
            return Tree.object("type", "string", "pattern", "^[0-9a-f]{24}$");
        } else if (rule instanceof Rule.Sequence sequence) {
            return Tree.object("type", "array", "items", of(sequence.member()));
        } else if (rule instanceof Rule.Structure structure) {
            return object(structure.fields());
        }
        return Tree.object("type", "object");
    }

    private static BsonDocument whole(Rule.Whole rule) {
        BsonDocument shape = Tree.object("type", "integer", "format", "int64");
        rule.min().ifPresent(min -> shape.putAll(Tree.object("minimum", min)));
        rule.max().ifPresent(max -> shape.putAll(Tree.object("maximum", max)));
        return shape;
    }

    private static String description(Rule rule) {
        Stream<String> about = rule.terms().about().stream();
        Stream<String> unique = rule.terms().unique() ? Stream.of("unique") : Stream.empty();
        Stream<String> names =
                rule instanceof Rule.Text text ? text.relation().stream().map(RuleShapes::named) : Stream.empty();
        return Stream.of(about, unique, names).flatMap(part -> part).collect(Collectors.joining("; "));
    }

    private static String named(DataRelation relation) {
        return "must be the " + relation.field() + " of one of the " + relation.resource();
    }
}
