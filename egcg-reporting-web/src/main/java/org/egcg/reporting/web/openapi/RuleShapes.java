package org.egcg.reporting.web.openapi;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.egcg.reporting.schema.DataRelation;
import org.egcg.reporting.schema.Rule;

/** Rules as JSON Schema. */
final class RuleShapes {

    /** As it is written; by ISO 8601 it may be sent, too. */
    private static final String DATE = "^([0-9]{1,2}_[0-9]{1,2}_[0-9]{1,4}_[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}"
            + "|[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,9})?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?)$";

    private RuleShapes() {}

    /** An object with these fields. */
    static BsonDocument object(Map<String, Rule> rules) {
        BsonDocument properties = new BsonDocument();
        rules.forEach((name, rule) -> properties.put(name, of(rule)));
        BsonDocument shape =
                typed("object").append("properties", properties).append("additionalProperties", BsonBoolean.FALSE);
        List<String> required = rules.keySet().stream()
                .filter(name -> rules.get(name).terms().required())
                .toList();
        if (!required.isEmpty()) {
            shape.put("required", texts(required));
        }
        return shape;
    }

    /** The same as it is read: documents may stand in the place of their names. */
    static BsonDocument read(Map<String, Rule> rules) {
        BsonDocument shape = object(rules);
        rules.forEach((name, rule) -> {
            if (rule instanceof Rule.Sequence list
                    && list.member() instanceof Rule.Text text
                    && text.relation().filter(DataRelation::embeddable).isPresent()) {
                BsonDocument items =
                        shape.getDocument("properties").getDocument(name).getDocument("items");
                items.put("type", texts(List.of("string", "object")));
            }
        });
        return shape;
    }

    private static BsonDocument of(Rule rule) {
        BsonDocument shape = bare(rule);
        if (rule.terms().nullable()) {
            shape.put("type", new BsonArray(List.of(shape.get("type"), new BsonString("null"))));
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
            return text.allowed().isEmpty() ? typed("string") : typed("string").append("enum", texts(text.allowed()));
        } else if (rule instanceof Rule.Whole whole) {
            return whole(whole);
        } else if (rule instanceof Rule.Decimal) {
            return typed("number").append("format", new BsonString("double"));
        } else if (rule instanceof Rule.Moment) {
            return pattern(DATE).append("examples", texts(List.of("01_02_2019_10:11:12")));
        } else if (rule instanceof Rule.Identifier) {
            return pattern("^[0-9a-f]{24}$");
        } else if (rule instanceof Rule.Sequence sequence) {
            return typed("array").append("items", of(sequence.member()));
        } else if (rule instanceof Rule.Structure structure) {
            return object(structure.fields());
        }
        return typed("object");
    }

    private static BsonDocument whole(Rule.Whole rule) {
        BsonDocument shape = typed("integer").append("format", new BsonString("int64"));
        rule.min().ifPresent(min -> shape.put("minimum", new BsonInt64(min)));
        rule.max().ifPresent(max -> shape.put("maximum", new BsonInt64(max)));
        return shape;
    }

    private static BsonDocument typed(String type) {
        return new BsonDocument("type", new BsonString(type));
    }

    private static BsonDocument pattern(String pattern) {
        return typed("string").append("pattern", new BsonString(pattern));
    }

    private static BsonArray texts(List<String> texts) {
        return new BsonArray(texts.stream().map(BsonString::new).toList());
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
