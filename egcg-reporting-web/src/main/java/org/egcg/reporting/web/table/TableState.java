package org.egcg.reporting.web.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user has made of a table: what is searched and filtered, the order, the page, which columns are shown in
 * which order and how wide. An address carries only what differs from the table's beginning.
 *
 * @param page the page shown, from 1
 * @param length how many rows a page has
 * @param shown the columns shown, in order
 * @param widths the widths in pixels of columns that a user has set
 * @param preset the name of the saved view that this began with; empty text for none
 */
public record TableState(
        String search,
        List<SortKey> sort,
        int page,
        int length,
        List<String> shown,
        Map<String, Integer> widths,
        Map<String, Filter> filters,
        String preset) {

    /** How many rows a page can have. */
    public static final List<Integer> LENGTHS = List.of(10, 25, 50, 100, 250);

    /** Stands for what is searched, where filters are named by their columns. */
    static final String SEARCH = "";

    /** What the names of parameters begin with that filter. */
    static final String FILTER = "f.";

    private static final int NARROWEST = 40;
    private static final int WIDEST = 1200;

    public TableState {
        sort = List.copyOf(sort);
        shown = List.copyOf(shown);
        widths = Collections.unmodifiableMap(new LinkedHashMap<>(widths));
        filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
        if (page < 1 || length < 1) {
            throw new IllegalArgumentException("pages and their rows are counted from 1");
        }
    }

    /** A table as it is first shown. */
    public static TableState first(TableDefinition table, String sort, int length) {
        return new TableState("", SortKey.parse(sort), 1, length, table.firstShown(), Map.of(), Map.of(), "");
    }

    /** This state as changed by the parameters of an address; what makes no sense there changes nothing. */
    public TableState changedBy(Map<String, String> parameters, TableDefinition table) {
        return new TableState(
                parameters.getOrDefault("q", search).strip(),
                sort(parameters, table),
                number(parameters.get("page"), 1, Integer.MAX_VALUE).orElse(page),
                number(parameters.get("n"), 1, 250).filter(LENGTHS::contains).orElse(length),
                shown(parameters, table),
                widths(parameters, table),
                filters(parameters, table),
                parameters.getOrDefault("view", preset));
    }

    private List<SortKey> sort(Map<String, String> parameters, TableDefinition table) {
        List<SortKey> asked = SortKey.parse(parameters.getOrDefault("sort", ""));
        List<SortKey> known = asked.stream()
                .filter(key ->
                        table.column(key.column()).filter(Column::sortable).isPresent())
                .toList();
        return !parameters.containsKey("sort") || (known.isEmpty() && !asked.isEmpty()) ? sort : known;
    }

    static Optional<Integer> number(String text, int least, int most) {
        try {
            return Optional.ofNullable(text)
                    .map(digits -> Integer.valueOf(digits.strip()))
                    .filter(number -> number >= least && number <= most);
        } catch (NumberFormatException word) {
            return Optional.empty();
        }
    }

    private List<String> shown(Map<String, String> parameters, TableDefinition table) {
        String cols = parameters.getOrDefault("cols", "");
        List<String> changes = List.of(cols.split(","));
        if (cols.isBlank()) {
            return shown;
        }
        boolean differences = changes.stream().allMatch(change -> change.startsWith("-") || change.startsWith("*"));
        List<String> columns = differences ? applied(changes, table) : changes;
        List<String> known = columns.stream()
                .filter(id -> table.column(id).isPresent())
                .distinct()
                .toList();
        return known.isEmpty() ? shown : known;
    }

    private List<String> applied(List<String> changes, TableDefinition table) {
        List<String> columns = new ArrayList<>(shown);
        for (String change : changes) {
            String id = change.substring(1);
            columns.remove(id);
            if (change.startsWith("*")) {
                columns.add(place(id, columns, table), id);
            }
        }
        return columns;
    }

    /** Where a column comes to stand that is switched on: behind the one that precedes it in the definition. */
    private static int place(String id, List<String> columns, TableDefinition table) {
        int place = 0;
        for (Column column : table.columns()) {
            if (column.id().equals(id)) {
                return place;
            }
            int at = columns.indexOf(column.id());
            place = at < 0 ? place : at + 1;
        }
        return columns.size();
    }

    private Map<String, Integer> widths(Map<String, String> parameters, TableDefinition table) {
        if (!parameters.containsKey("w")) {
            return widths;
        }
        Map<String, Integer> set = new LinkedHashMap<>();
        for (String entry : parameters.get("w").split(",")) {
            width(entry, table).ifPresent(width -> set.put(entry.substring(0, entry.lastIndexOf(':')), width));
        }
        return set;
    }

    /** The width that a column of the table is to have, as an address spells both. */
    static Optional<Integer> width(String entry, TableDefinition table) {
        int colon = entry.lastIndexOf(':');
        return colon > 0 && table.column(entry.substring(0, colon)).isPresent()
                ? number(entry.substring(colon + 1), NARROWEST, WIDEST)
                : Optional.empty();
    }

    private Map<String, Filter> filters(Map<String, String> parameters, TableDefinition table) {
        Map<String, Filter> all = new LinkedHashMap<>(filters);
        parameters.forEach((name, value) -> {
            if (name.startsWith(FILTER)) {
                table.column(name.substring(FILTER.length())).ifPresent(column -> filter(all, column, value));
            }
        });
        return all;
    }

    private static void filter(Map<String, Filter> all, Column column, String value) {
        if (value.isBlank()) {
            all.remove(column.id());
        }
        Filter.parse(value, column).ifPresent(filter -> {
            all.remove(column.id());
            all.put(column.id(), filter);
        });
    }

    /** The parameters that make this state of the given one. */
    public Map<String, String> beyond(TableState base, TableDefinition table) {
        Map<String, String> parameters = new LinkedHashMap<>();
        differing(parameters, "view", preset, "");
        differing(parameters, "q", search, base.search());
        differing(parameters, "sort", SortKey.spelled(sort), SortKey.spelled(base.sort()));
        differing(parameters, "n", String.valueOf(length), String.valueOf(base.length()));
        differing(parameters, "cols", columns(base, table), "");
        differing(parameters, "w", spelled(widths), spelled(base.widths()));
        filters.forEach((column, filter) -> differing(
                parameters,
                FILTER + column,
                filter.spelled(),
                Optional.ofNullable(base.filters().get(column))
                        .map(Filter::spelled)
                        .orElse("")));
        base.filters().keySet().stream()
                .filter(column -> !filters.containsKey(column))
                .forEach(column -> parameters.put(FILTER + column, ""));
        differing(parameters, "page", String.valueOf(page), "1");
        return parameters;
    }

    private static void differing(Map<String, String> parameters, String name, String value, String base) {
        if (!value.equals(base)) {
            parameters.put(name, value);
        }
    }

    private static String spelled(Map<String, Integer> widths) {
        return String.join(
                ",",
                widths.entrySet().stream()
                        .map(width -> width.getKey() + ":" + width.getValue())
                        .toList());
    }

    /** The columns as what is switched off and on, if that says it; else all of them. */
    private String columns(TableState base, TableDefinition table) {
        if (shown.equals(base.shown())) {
            return "";
        }
        List<String> changes = new ArrayList<>();
        base.shown().stream().filter(id -> !shown.contains(id)).forEach(id -> changes.add("-" + id));
        shown.stream().filter(id -> !base.shown().contains(id)).forEach(id -> changes.add("*" + id));
        return !changes.isEmpty() && base.applied(changes, table).equals(shown)
                ? String.join(",", changes)
                : String.join(",", shown);
    }

    public TableState paged(int newPage) {
        return new TableState(search, sort, newPage, length, shown, widths, filters, preset);
    }

    public TableState ofLength(int newLength) {
        return new TableState(search, sort, 1, newLength, shown, widths, filters, preset);
    }

    public TableState sorted(List<SortKey> newSort) {
        return new TableState(search, newSort, 1, length, shown, widths, filters, preset);
    }

    /** Without the filter of a column, or without what is searched. */
    public TableState without(String column) {
        Map<String, Filter> fewer = new LinkedHashMap<>(filters);
        fewer.remove(column);
        return new TableState(column.equals(SEARCH) ? "" : search, sort, 1, length, shown, widths, fewer, preset);
    }

    /** What is searched, in words under {@link #SEARCH}; nothing if nothing is. */
    Map<String, String> searched() {
        return search.isEmpty() ? Map.of() : Map.of(SEARCH, "with “" + search + "”");
    }

    /** Nothing searched, nothing filtered. */
    public TableState cleared() {
        return new TableState("", sort, 1, length, shown, widths, Map.of(), preset);
    }

    public TableState viewing(String newPreset) {
        return new TableState(search, sort, 1, length, shown, widths, filters, newPreset);
    }

    /** Whether rows may be left out. */
    public boolean narrowed() {
        return !search.isEmpty() || !filters.isEmpty();
    }

    /** The sort key of a column. */
    public Optional<SortKey> key(String column) {
        return sort.stream().filter(key -> key.column().equals(column)).findFirst();
    }
}
