package org.egcg.reporting.aggregation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.yaml.Section;

/** Reads {@code relations.yaml}; the file itself explains its words. */
final class RelationsFile {

    private static final Set<String> RELATION = Set.of("named by", "gathers", "fields", "indexes");
    private static final Set<String> GATHERING = Set.of("of", "by", "only");
    private static final Set<String> FIELD = Set.of("formula", "unit", "means");

    /** What may be shared by reference stands under {@code shared}, and is nothing by itself. */
    private static final Set<String> FILE = Set.of("relations", "shared");

    private final Section root;
    private final FormulaFunctions functions;

    RelationsFile(Section root, FormulaFunctions functions) {
        this.root = root.allowOnly(FILE);
        this.functions = functions;
    }

    List<Relation> relations() {
        Section relations = root.section("relations");
        List<Relation> all = new ArrayList<>();
        for (String resource : relations.keys()) {
            all.add(relation(resource, relations.section(resource).allowOnly(RELATION)));
        }
        return all;
    }

    private Relation relation(String resource, Section section) {
        Relation relation =
                Relation.relation(resource, section.text("named by")).indexes(section.texts("indexes"));
        Section gathers = section.section("gathers");
        for (String list : gathers.keys()) {
            Section gathering = gathers.section(list).allowOnly(GATHERING);
            relation = relation.gathers(list, gathering.optionalText("of").orElse(list), join(gathering));
        }
        try {
            return relation.computes(fields(section.section("fields")));
        } catch (IllegalArgumentException impossible) {
            throw section.wrong("fields", impossible.getMessage());
        }
    }

    private static Join join(Section gathering) {
        Map<String, String> parentFields = texts(gathering.section("by"));
        if (parentFields.isEmpty()) {
            throw gathering.wrong("by", "must say which field of a child equals which field of its parent");
        }
        return new Join(parentFields, texts(gathering.section("only")));
    }

    private static Map<String, String> texts(Section section) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : section.keys()) {
            if (section.isFlag(key)) {
                throw section.wrong(key, "must be text; YAML reads yes and no as true and false: put it into quotes");
            }
            texts.put(key, section.text(key));
        }
        return texts;
    }

    private List<AggregatedField> fields(Section fields) {
        List<AggregatedField> all = new ArrayList<>();
        for (String name : fields.keys()) {
            Section words = fields.section(name).allowOnly(FIELD);
            try {
                all.add(new AggregatedField(
                        name,
                        words.optionalText("means").orElse(""),
                        words.optionalText("unit").orElse(""),
                        Formula.parse(words.text("formula"), functions)));
            } catch (Malformed wrong) {
                throw words.wrong("formula", wrong.getMessage());
            } catch (IllegalArgumentException unusable) {
                throw fields.wrong(name, unusable.getMessage());
            }
        }
        return all;
    }
}
