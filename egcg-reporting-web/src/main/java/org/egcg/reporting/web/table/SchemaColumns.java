package org.egcg.reporting.web.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.aggregation.AggregatedField;
import org.egcg.reporting.schema.Rule;
import org.egcg.reporting.schema.Schema;

/**
 * The columns of a resource that no column file describes: the field that names a document, the other fields of its
 * schema, and what its documents add up to. Objects that take anything have no column. For one thread, once.
 */
public final class SchemaColumns {

    /** More columns than these are hidden until a user switches them on. */
    private static final int SHOWN_AT_FIRST = 12;

    private final List<Column> columns = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private SchemaColumns() {}

    /**
     * @param href what the name of a document is appended to, to make the address of its page
     */
    public static TableDefinition of(Schema schema, List<AggregatedField> aggregated, String href) {
        SchemaColumns table = new SchemaColumns();
        table.add(schema.idField(), schema.idField(), linked(href));
        schema.rules().forEach((name, rule) -> {
            if (!name.equals(schema.idField())) {
                table.add(name, rule);
            }
        });
        aggregated.forEach(field -> table.add(
                "aggregated." + field.name(),
                titled(field),
                Format.of(field.unit().isEmpty() ? Kind.TEXT : kind(field))));
        return new TableDefinition(schema.resource(), table.columns, false);
    }

    private static Format linked(String href) {
        return new Format(Kind.TEXT, Optional.empty(), Optional.empty(), Optional.of(href), false, false, false, false);
    }

    private static String titled(AggregatedField field) {
        return field.unit().isEmpty() ? field.name() : field.name() + " (" + field.unit() + ")";
    }

    private static Kind kind(AggregatedField field) {
        return switch (field.unit()) {
            case "%" -> Kind.PERCENTAGE;
            case "Gb", "X" -> Kind.FLOAT;
            default -> Kind.TEXT;
        };
    }

    private void add(String path, Rule rule) {
        if (rule instanceof Rule.Structure structure) {
            for (Map.Entry<String, Rule> field : structure.fields().entrySet()) {
                add(path + "." + field.getKey(), field.getValue());
            }
        } else if (!(rule instanceof Rule.Anything)) {
            add(path, path, Format.of(kind(rule)));
        }
    }

    private static Kind kind(Rule rule) {
        if (rule instanceof Rule.Whole) {
            return Kind.INT;
        }
        if (rule instanceof Rule.Decimal) {
            return Kind.FLOAT;
        }
        return rule instanceof Rule.Moment ? Kind.DATETIME : Kind.TEXT;
    }

    private void add(String path, String title, Format format) {
        String id = path.replace('.', '_');
        while (!ids.add(id)) {
            id += "_";
        }
        ValuePath values = ValuePath.of(path);
        columns.add(new Column(
                id,
                heading(title),
                Optional.empty(),
                values,
                values,
                format,
                columns.size() < SHOWN_AT_FIRST,
                true,
                false,
                false));
    }

    /** {@code flow_cell_id} is headed {@code Flow cell id}. */
    private static String heading(String name) {
        String words = name.replace('_', ' ').replace('.', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
