package org.egcg.reporting.web.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What an address says of a table and makes no sense there: {@link TableState} goes on without it. */
public final class TableMisreadings {

    /** Of so many unknown names it is said what may have been meant. */
    private static final int MOST_MEANT = 5;

    private final TableDefinition table;
    private final TableView shown;
    private final String prefix;
    private final List<Misread> found = new ArrayList<>();

    private TableMisreadings(TableView shown) {
        this.table = shown.spec().definition();
        this.shown = shown;
        this.prefix = shown.spec().prefix();
    }

    /**
     * @param query what the address says of all tables of its page
     * @param shown what came of them
     */
    public static List<Misread> of(TableQuery query, TableView shown) {
        TableMisreadings reading = new TableMisreadings(shown);
        query.of(shown.spec().prefix()).forEach((name, value) -> {
            if (!value.isBlank()) {
                reading.read(name, value);
            }
        });
        return List.copyOf(reading.found);
    }

    private void read(String name, String value) {
        if (name.startsWith(TableState.FILTER)) {
            filter(name, value);
            return;
        }
        switch (name) {
            case "page" -> {
                unless(
                        TableState.number(value, 1, Integer.MAX_VALUE),
                        name,
                        value,
                        "is no page, so the first one is shown");
                if (isBeyond(shown.state().page())) {
                    add(name, value, "is beyond the last, so page " + Quantity.count(shown.page()) + " is shown");
                }
            }
            case "n" ->
                unless(
                        TableState.number(value, 1, Integer.MAX_VALUE).filter(TableState.LENGTHS::contains),
                        name,
                        value,
                        "is no length of a page, so it has up to "
                                + shown.state().length() + " rows");
            case "sort" ->
                parts(
                        name,
                        value,
                        this::sorts,
                        part -> part.replaceFirst("^-", ""),
                        "names no column to sort by, so rows are in their usual order",
                        "names no column to sort by, so rows are sorted by the others alone");
            case "cols" ->
                parts(
                        name,
                        value,
                        this::isColumn,
                        part -> part.replaceFirst("^[-*]", ""),
                        "names no column, so the usual ones are shown",
                        "names no column and is left out");
            case "w" ->
                parts(
                        name,
                        value,
                        entry -> TableState.width(entry, table).isPresent(),
                        entry -> entry.replaceFirst(":.*", ""),
                        "says no width of a column and is left out",
                        "says no width of a column and is left out");
            default -> {}
        }
    }

    private void filter(String name, String value) {
        String key = name.substring(TableState.FILTER.length());
        Optional<Column> column = table.column(key);
        if (column.isEmpty()) {
            add(name, value, "names no column, so rows are not filtered by it", List.of(key), table.columns());
        } else if (Filter.parse(value, column.get()).isEmpty()) {
            add(name, value, "is no condition for " + column.get().name() + ", so rows are not filtered by it");
        }
    }

    /** Rows are not searched for the first page, which there always is; where none matches, that is what is told. */
    private boolean isBeyond(int page) {
        return page > 1 && shown.matched() > 0 && page > shown.pages();
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

    /** Of what stands between commas, those parts that are not known, with what was to name a column. */
    private void parts(
            String name,
            String value,
            Predicate<String> known,
            UnaryOperator<String> key,
            String ofAll,
            String ofSome) {
        List<String> parts = Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        List<String> unknown = parts.stream().filter(known.negate()).toList();
        if (!unknown.isEmpty()) {
            add(
                    name,
                    String.join(",", unknown),
                    unknown.size() == parts.size() ? ofAll : ofSome,
                    unknown.stream()
                            .map(key)
                            .filter(one -> table.column(one).isEmpty())
                            .toList(),
                    name.equals("sort")
                            ? table.columns().stream().filter(Column::sortable).toList()
                            : table.columns());
        }
    }

    /** @param keys what was to name one of some columns */
    private void add(String name, String value, String instead, List<String> keys, List<Column> among) {
        MeantColumn meant = new MeantColumn(among);
        List<Optional<Column>> near =
                keys.stream().limit(MOST_MEANT).map(meant::by).toList();
        found.add(Misread.of(prefix + name, value, instead)
                .amongColumns(
                        near.stream()
                                .flatMap(Optional::stream)
                                .distinct()
                                .map(Misread.Key::of)
                                .toList(),
                        near.stream().anyMatch(Optional::isEmpty)));
    }

    private void add(String name, String value, String instead) {
        found.add(Misread.of(prefix + name, value, instead));
    }
}
