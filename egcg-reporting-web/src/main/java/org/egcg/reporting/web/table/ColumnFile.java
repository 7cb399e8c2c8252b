package org.egcg.reporting.web.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.yaml.Section;

/** Reads {@code column_mappings.yaml}, or {@code charts_metrics_mappings.yaml}, which names its columns alike. */
final class ColumnFile {

    private static final Set<String> COLUMN =
            Set.of("data", "title", "group", "fmt", "visible", "class_name", "width", "orderable", "type");
    private static final Set<String> FMT = Set.of(
            "name", "type", "min", "max", "link", "link_format_function", "object_converter", "cell_format_function");

    private final Section file;
    private final String definitions;

    ColumnFile(Section file, String definitions) {
        this.file = file;
        this.definitions = definitions;
    }

    Map<String, TableDefinition> tables() {
        Map<String, TableDefinition> tables = new LinkedHashMap<>();
        for (String table : file.keys()) {
            if (!table.equals(definitions)) {
                tables.put(table, table(table));
            }
        }
        Section all = file.section(definitions);
        all.keys().forEach(id -> column(id, all.section(id), all.section(id)));
        return tables;
    }

    private TableDefinition table(String name) {
        List<Column> columns = new ArrayList<>();
        boolean unfolds = false;
        for (Entry entry : entries(name)) {
            Section base = definition(name, entry.id());
            if (entry.changes()
                    .orElse(base)
                    .optionalText("class_name")
                    .orElse("")
                    .contains("details-control")) {
                unfolds = true;
            } else {
                columns.add(column(entry.id(), base, entry.changes().orElse(base)));
            }
        }
        return new TableDefinition(name, columns, unfolds);
    }

    private record Entry(String id, Optional<Section> changes) {}

    private List<Entry> entries(String table) {
        List<Entry> entries = new ArrayList<>();
        for (Object member : file.members(table)) {
            if (member instanceof Section changes) {
                changes.allowOnly(with(COLUMN, definitions));
                entries.add(new Entry(changes.text(definitions), Optional.of(changes)));
            } else {
                entries.add(new Entry(member.toString(), Optional.empty()));
            }
        }
        return entries;
    }

    private static Set<String> with(Set<String> keys, String one) {
        Set<String> more = new java.util.HashSet<>(keys);
        more.add(one);
        return more;
    }

    private Section definition(String table, String id) {
        Section all = file.section(definitions);
        if (!all.has(id)) {
            throw file.wrong(table, "no column is called " + id);
        }
        return all.section(id).allowOnly(COLUMN);
    }

    private Column column(String id, Section base, Section changes) {
        Section data = changes.has("data") ? changes : base;
        Section fmt = (changes.has("fmt") ? changes : base).section("fmt").allowOnly(FMT);
        String style = either(changes, base, "class_name").orElse("");
        return new Column(
                id,
                either(changes, base, "title").orElse(""),
                either(changes, base, "group"),
                path(data, "display"),
                path(data, "_"),
                format(fmt, style),
                !either(changes, base, "visible").orElse("true").equals("false"),
                !either(changes, base, "orderable").orElse("true").equals("false"),
                style.contains("text-center"),
                either(changes, base, "type").orElse("").equals("category"));
    }

    private static Optional<String> either(Section changes, Section base, String key) {
        return changes.has(key) ? changes.optionalText(key) : base.optionalText(key);
    }

    private static ValuePath path(Section column, String side) {
        String text = column.isSection("data")
                ? column.section("data").text(side)
                : column.optionalText("data").orElse("");
        try {
            return ValuePath.of(text.isEmpty() ? "-" : text);
        } catch (IllegalArgumentException empty) {
            throw column.wrong("data", "'" + text + "' is no path: " + empty.getMessage());
        }
    }

    private static Format format(Section fmt, String style) {
        return new Format(
                kind(fmt),
                function(fmt),
                limit(fmt),
                fmt.has("link") ? fmt.optionalText("link") : Optional.empty(),
                named(fmt, "link_format_function", "count_entities"),
                named(fmt, "object_converter", "get_samples"),
                named(fmt, "cell_format_function", "temporal"),
                style.contains("sum"));
    }

    private static Kind kind(Section fmt) {
        String type = fmt.optionalText("type").orElse("string");
        return Kind.spelled(type).orElseThrow(() -> fmt.wrong("type", "there is no format '" + type + "'"));
    }

    private static Optional<Function<BsonDocument, BsonValue>> function(Section fmt) {
        return fmt.optionalText("name")
                .map(name -> Derived.spelled(name)
                        .orElseThrow(() -> fmt.wrong("name", "there is no function '" + name + "'"))::of);
    }

    private static boolean named(Section fmt, String key, String only) {
        Optional<String> name = fmt.optionalText(key);
        if (name.isPresent() && !name.get().equals(only)) {
            throw fmt.wrong(key, "there is no function '" + name.get() + "', only " + only);
        }
        return name.isPresent();
    }

    private static Optional<ColumnLimit> limit(Section fmt) {
        return fmt.has("min") || fmt.has("max")
                ? Optional.of(new ColumnLimit(bound(fmt, "min"), bound(fmt, "max")))
                : Optional.empty();
    }

    private static Optional<ColumnLimit.Bound> bound(Section fmt, String side) {
        if (!fmt.has(side)) {
            return Optional.empty();
        }
        if (fmt.isSection(side)) {
            Section bound = fmt.section(side).allowOnly(Set.of("field", "default"));
            return Optional.of(new ColumnLimit.FieldOf(bound.text("field"), bound.number("default")));
        }
        String text = fmt.text(side);
        return Optional.of(NumberText.number(text)
                .<ColumnLimit.Bound>map(ColumnLimit.Fixed::new)
                .orElseGet(() -> new ColumnLimit.FieldOf(text, OptionalDouble.empty())));
    }
}
