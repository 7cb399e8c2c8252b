package org.egcg.reporting.web.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What an address says of a table and makes no sense there: {@link TableState} goes on without it. */
final class TableMisreadings {

    private static final String FILTER = "f.";

    private final TableDefinition table;
    private final TableState shown;
    private final String prefix;
    private final List<Misread> found = new ArrayList<>();

    private TableMisreadings(TableSpec spec, TableState shown) {
        this.table = spec.definition();
        this.shown = shown;
        this.prefix = spec.prefix();
    }

    /**
     * @param parameters those of the table, without its prefix
     * @param shown the state that came of them
     */
    static List<Misread> of(Map<String, String> parameters, TableSpec spec, TableState shown) {
        TableMisreadings reading = new TableMisreadings(spec, shown);
        parameters.forEach((name, value) -> {
            if (!value.isBlank()) {
                reading.read(name, value);
            }
        });
        return List.copyOf(reading.found);
    }

    private void read(String name, String value) {
        if (name.startsWith(FILTER)) {
            if (table.column(name.substring(FILTER.length())).isEmpty()) {
                add(name, value, "names no column, so rows are not filtered by it");
            }
            return;
        }
        switch (name) {
            case "page" ->
                unless(
                        TableState.number(value, 1, Integer.MAX_VALUE),
                        name,
                        value,
                        "is no page, so the first one is shown");
            case "n" ->
                unless(
                        TableState.number(value, 1, Integer.MAX_VALUE).filter(TableState.LENGTHS::contains),
                        name,
                        value,
                        "is no length of a page, so it has up to " + shown.length() + " rows");
            case "sort" ->
                parts(
                        name,
                        value,
                        this::sorts,
                        "names no column to sort by, so rows are in their usual order",
                        "names no column to sort by, so rows are sorted by the others alone");
            case "cols" ->
                parts(
                        name,
                        value,
                        this::isColumn,
                        "names no column, so the usual ones are shown",
                        "names no column and is left out");
            case "w" ->
                parts(
                        name,
                        value,
                        entry -> TableState.width(entry, table).isPresent(),
                        "says no width of a column and is left out",
                        "says no width of a column and is left out");
            default -> {}
        }
    }

    private void unless(Optional<Integer> number, String name, String value, String instead) {
        if (number.isEmpty()) {
            add(name, value, instead);
        }
    }

    private boolean sorts(String key) {
        return SortKey.parse(key).stream()
                .anyMatch(one ->
                        table.column(one.column()).filter(Column::sortable).isPresent());
    }

    private boolean isColumn(String change) {
        return table.column(change).isPresent()
                || table.column(change.replaceFirst("^[-*]", "")).isPresent();
    }

    /** Of what stands between commas, those parts that are not known. */
    private void parts(String name, String value, Predicate<String> known, String ofAll, String ofSome) {
        List<String> parts = Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        List<String> unknown = parts.stream().filter(known.negate()).toList();
        if (!unknown.isEmpty()) {
            add(name, String.join(",", unknown), unknown.size() == parts.size() ? ofAll : ofSome);
        }
    }

    private void add(String name, String value, String instead) {
        found.add(Misread.of(prefix + name, value, instead));
    }
}
