package org.egcg.reporting.schema;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.yaml.Section;

/** Reads {@code schema.yaml}; the file itself explains its words. */
final class SchemaFile {

    private static final Set<String> COMMON = Set.of("type", "required", "nullable", "about");
    private static final Set<String> WHOLE_DOCUMENT = Set.of("unique", "default");
    private static final Map<String, Set<String>> WORDS = Map.of(
            "string", Set.of("allowed", "refers to", "embeddable"),
            "integer", Set.of("min", "max"),
            "float", Set.of(),
            "datetime", Set.of(),
            "list", Set.of("of", "refers to", "embeddable"),
            "object", Set.of("fields"));

    private final Section root;

    SchemaFile(Section root) {
        this.root = root.allowOnly(Set.of("resources"));
    }

    Map<String, Schema> schemas() {
        Section resources = root.section("resources");
        Map<String, Schema> schemas = new LinkedHashMap<>();
        for (String resource : resources.keys()) {
            schemas.put(resource, schema(resource, resources.section(resource)));
        }
        schemas.values().forEach(schema -> checkRelations(schema, schemas, resources));
        return schemas;
    }

    private static Schema schema(String resource, Section section) {
        section.allowOnly(Set.of("item", "about", "id field", "fields"));
        String idField = section.optionalText("id field").orElse("_id");
        Map<String, Rule> rules = fields(section.section("fields"), true);
        if (idField.equals("_id")) {
            rules.put("_id", new Rule.Identifier(CommonRules.OPTIONAL));
        }
        if (!rules.containsKey(idField)) {
            throw section.wrong("id field", "no field named " + idField);
        }
        return new Schema(resource, idField, section.text("item"), section.optionalText("about"), rules);
    }

    private static Map<String, Rule> fields(Section fields, boolean ofDocument) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (String name : fields.keys()) {
            rules.put(name, rule(fields, name, ofDocument));
        }
        return rules;
    }

    private static Rule rule(Section fields, String name, boolean ofDocument) {
        if (!fields.isSection(name)) {
            return bare(fields, name);
        }
        Section words = fields.section(name);
        String type = words.text("type");
        words.allowOnly(known(words, type, ofDocument));
        CommonRules terms = terms(words);
        return switch (type) {
            case "string" -> text(words, terms);
            case "integer" -> whole(words, terms);
            case "float" -> new Rule.Decimal(terms);
            case "datetime" -> new Rule.Moment(terms);
            case "list" -> new Rule.Sequence(terms, member(words));
            default -> object(words, terms);
        };
    }

    private static Rule bare(Section fields, String name) {
        return switch (fields.text(name)) {
            case "string" -> anyText(Optional.empty());
            case "integer" -> new Rule.Whole(CommonRules.OPTIONAL, OptionalLong.empty(), OptionalLong.empty());
            case "float" -> new Rule.Decimal(CommonRules.OPTIONAL);
            case "datetime" -> new Rule.Moment(CommonRules.OPTIONAL);
            case "list" -> new Rule.Sequence(CommonRules.OPTIONAL, anyText(Optional.empty()));
            case "object" -> new Rule.Anything(CommonRules.OPTIONAL);
            default -> throw fields.wrong(name, "unknown type " + fields.text(name));
        };
    }

    private static Set<String> known(Section words, String type, boolean ofDocument) {
        if (!WORDS.containsKey(type)) {
            throw words.wrong("type", "unknown type " + type);
        }
        Set<String> known = new HashSet<>(COMMON);
        known.addAll(WORDS.get(type));
        if (ofDocument && (type.equals("string") || type.equals("integer"))) {
            known.addAll(WHOLE_DOCUMENT);
        }
        return known;
    }

    private static CommonRules terms(Section words) {
        Optional<BsonValue> initial = words.text("type").equals("integer")
                ? words.whole("default").stream()
                        .<BsonValue>mapToObj(BsonInt64::new)
                        .findFirst()
                : words.optionalText("default").map(BsonString::new);
        return new CommonRules(
                words.flag("required"),
                words.flag("nullable"),
                words.flag("unique"),
                initial,
                words.optionalText("about"));
    }

    private static Rule.Text text(Section words, CommonRules terms) {
        Rule.Text rule = new Rule.Text(terms, words.texts("allowed"), relation(words));
        terms.initial().ifPresent(initial -> {
            if (!rule.allowed().isEmpty()
                    && !rule.allowed().contains(initial.asString().getValue())) {
                throw words.wrong("default", "is not among the allowed values");
            }
        });
        return rule;
    }

    private static Rule.Text anyText(Optional<DataRelation> relation) {
        return new Rule.Text(CommonRules.OPTIONAL, List.of(), relation);
    }

    private static Rule.Whole whole(Section words, CommonRules terms) {
        OptionalLong min = words.whole("min");
        OptionalLong max = words.whole("max");
        if (min.isPresent() && max.isPresent() && min.getAsLong() > max.getAsLong()) {
            throw words.wrong("min", "is above max");
        }
        return new Rule.Whole(terms, min, max);
    }

    private static Rule member(Section words) {
        return words.has("of") ? rule(words, "of", false) : anyText(relation(words));
    }

    private static Rule object(Section words, CommonRules terms) {
        return words.has("fields")
                ? new Rule.Structure(terms, fields(words.section("fields"), false))
                : new Rule.Anything(terms);
    }

    private static Optional<DataRelation> relation(Section words) {
        return words.optionalText("refers to").map(target -> {
            int dot = target.indexOf('.');
            if (dot < 1) {
                throw words.wrong("refers to", "must be resource.field");
            }
            return new DataRelation(
                    target.substring(0, dot), target.substring(dot + 1), words.flag("embeddable", true));
        });
    }

    private static void checkRelations(Schema schema, Map<String, Schema> schemas, Section resources) {
        schema.rules().forEach((field, rule) -> schema.relation(field)
                .filter(relation -> !schemas.containsKey(relation.resource())
                        || !schemas.get(relation.resource()).rules().containsKey(relation.field()))
                .ifPresent(relation -> {
                    throw resources
                            .section(schema.resource())
                            .section("fields")
                            .wrong(
                                    field,
                                    "refers to " + relation.resource() + "." + relation.field()
                                            + ", which does not exist");
                }));
    }
}
