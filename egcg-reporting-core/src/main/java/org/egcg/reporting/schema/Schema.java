package org.egcg.reporting.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a document of one resource may look like.
 *
 * @param resource the resource's name, such as {@code run_elements}
 * @param idField the field that names a document in answers and links: {@code _id}, or a business id
 * @param itemTitle the title of one document, such as {@code run_element}
 * @param about what one document stands for
 * @param rules the fields that a client may write, in the schema file's order; {@code _id} among them only where it
 *     is the id field
 */
public record Schema(
        String resource, String idField, String itemTitle, Optional<String> about, Map<String, Rule> rules) {

    public Schema {
        Objects.requireNonNull(resource);
        Objects.requireNonNull(itemTitle);
        Objects.requireNonNull(about);
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        if (!rules.containsKey(idField)) {
            throw new IllegalArgumentException(resource + ": no field named " + idField);
        }
    }

    /** The rule at a path such as {@code coverage.mean}; empty if the schema knows none, or none of its own, there. */
    public Optional<Rule> rule(String path) {
        Map<String, Rule> fields = rules;
        Rule found = null;
        for (String name : path.split("\\.", -1)) {
            found = fields.get(name);
            fields = found instanceof Rule.Structure structure ? structure.fields() : Map.of();
        }
        return Optional.ofNullable(found);
    }

    /** The documents that the members of a list field name; empty if the field is no such list. */
    public Optional<DataRelation> relation(String field) {
        return rules.get(field) instanceof Rule.Sequence list && list.member() instanceof Rule.Text member
                ? member.relation()
                : Optional.empty();
    }

    /** The fields whose values no two documents may share, {@code _id} aside. */
    public List<String> uniqueFields() {
        return rules.keySet().stream()
                .filter(field -> rules.get(field).terms().unique())
                .toList();
    }

    /** Whether documents are named by the store's own identifier, which a client may then choose. */
    public boolean namedByObjectId() {
        return idField.equals("_id");
    }
}
