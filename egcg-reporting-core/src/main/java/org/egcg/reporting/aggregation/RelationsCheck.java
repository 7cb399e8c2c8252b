package org.egcg.reporting.aggregation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.yaml.Section;

/**
 * Refuses relations that name resources and fields which do not exist. What the library brings along is left in peace:
 * an institute's own schema may lack what the packaged relations are about, and its fields are null then.
 */
public final class RelationsCheck {

    private final Section words;
    private final KnownFields known;
    private final Relations relations;
    private final Relations packaged = Relations.packaged(new YieldTable(List.of(), Map.of()));

    /**
     * @param file what the relations were read from, for messages
     */
    public RelationsCheck(Section file, Schemas schemas, Relations relations) {
        this.words = file.section("relations");
        this.known = new KnownFields(schemas, relations);
        this.relations = relations;
    }

    /**
     * Answers the relations, if all they name exists.
     *
     * @throws org.egcg.reporting.error.ReportingException.Misconfigured naming file, key and what does not exist
     */
    public Relations checked() {
        relations.all().forEach(this::check);
        return relations;
    }

    private void check(Relation relation) {
        Relation brought = packaged.of(relation.resource())
                .orElseGet(() -> Relation.relation(relation.resource(), relation.idField()));
        List<Gathering> lists = relation.gathers().stream()
                .filter(list -> !brought.gathers().contains(list))
                .toList();
        List<AggregatedField> fields = relation.fields().stream()
                .filter(field -> !isBrought(brought, field))
                .toList();
        if ((!lists.isEmpty() || !fields.isEmpty()) && !known.isResource(relation.resource())) {
            throw words.wrong(relation.resource(), "no resource of the schema has this name");
        }
        Section here = words.section(relation.resource());
        lists.forEach(list -> check(relation, list, here.section("gathers")));
        fields.forEach(field -> check(relation, field, here.section("fields")));
        checkIndexes(relation, brought, here);
    }

    private void checkIndexes(Relation relation, Relation brought, Section here) {
        for (int i = 0; i < relation.indexed().size(); i++) {
            String field = relation.indexed().get(i);
            if (!brought.indexed().contains(field) && !known.has(relation.resource(), FieldPath.of(field))) {
                throw here.wrong("indexes[" + i + "]", "documents have no field " + field);
            }
        }
    }

    private static boolean isBrought(Relation brought, AggregatedField field) {
        return brought.fields().stream()
                .anyMatch(one ->
                        one.name().equals(field.name()) && one.expression().equals(field.expression()));
    }

    private void check(Relation relation, Gathering list, Section gathers) {
        if (!known.isResource(list.resource())) {
            throw gathers.wrong(list.name(), "no resource of the schema is called " + list.resource());
        }
        Section words = gathers.section(list.name());
        for (Map.Entry<String, String> pair : list.join().parentFields().entrySet()) {
            require(list.resource(), pair.getKey(), words, "by");
            require(relation.resource(), pair.getValue(), words, "by");
        }
        list.join().constants().keySet().forEach(field -> require(list.resource(), field, words, "only"));
    }

    private void require(String resource, String field, Section words, String key) {
        if (!known.has(resource, FieldPath.of(field))) {
            throw words.wrong(key, "documents of " + resource + " have no field " + field);
        }
    }

    private void check(Relation relation, AggregatedField field, Section fields) {
        field.expression().reads().orElse(Set.of()).stream()
                .sorted()
                .filter(path -> !known.canRead(relation, FieldPath.of(path)))
                .findFirst()
                .ifPresent(path -> {
                    throw fields.section(field.name())
                            .wrong("formula", "documents of " + relation.resource() + " have no field " + path);
                });
    }
}
