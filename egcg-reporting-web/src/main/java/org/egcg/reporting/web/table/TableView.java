package org.egcg.reporting.web.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A table as one request sees it: its rows under a state, searched, filtered, sorted and cut into pages. Made for one
 * request; not for several threads.
 */
public final class TableView {

    private final TableSpec spec;
    private final Rows rows;
    private final TableState base;
    private final TableState state;
    private final String path;
    private final TableQuery query;
    private List<Row> matching;
    private Function<Column, String> meanings = column -> "";
    private Optional<Filling> filling = Optional.empty();
    private Map<String, CellValue> filled = Map.of();
    private Function<List<String>, Map<String, Mark>> notes = keys -> Map.of();
    private Map<String, Mark> noted = Map.of();

    /**
     * @param base the table's beginning, or the saved view that the address names
     * @param path the address of the page, without its query
     */
    public TableView(TableSpec spec, Rows rows, TableState base, String path, TableQuery query) {
        this.spec = spec;
        this.rows = rows;
        this.base = base;
        this.path = path;
        this.query = query;
        this.state = base.changedBy(query.of(spec.prefix()), spec.definition());
    }

    /** What a column means, in a sentence; empty text if nothing says so. */
    public TableView explainedBy(Function<Column, String> sentences) {
        meanings = sentences;
        return this;
    }

    /** What a column means and what limit it has, a line each; empty text if there is neither to say. */
    String help(Column column) {
        String limit = limit(column).isEmpty() ? "" : "Limit: " + limit(column);
        return String.join("\n", List.of(meanings.apply(column), limit)).strip();
    }

    /** One of its columns is read for the rows that are shown alone. */
    public TableView filledBy(Optional<Filling> later) {
        filling = later;
        return this;
    }

    /** Reads what is only read for some rows. */
    void fill(List<Row> some) {
        filled = filling.map(column ->
                        column.values().apply(some.stream().map(Row::key).toList()))
                .orElse(Map.of());
    }

    /** Says by which mark rows tell of their notes, by their keys; it is asked for the rows that are shown. */
    public TableView notedBy(Function<List<String>, Map<String, Mark>> marks) {
        notes = marks;
        return this;
    }

    /** Reads which of some rows have notes. */
    void note(List<Row> some) {
        noted = notes.apply(some.stream().map(Row::key).toList());
    }

    /** Everything that a row is marked with; its notes, if they were read. */
    List<Mark> marks(Row row) {
        return Stream.concat(row.marks().stream(), Optional.ofNullable(noted.get(row.key())).stream())
                .toList();
    }

    /** What a row has in a column; of what is read for some rows only, those for which it was filled last. */
    CellValue value(Row row, int index, Column column) {
        return filling.filter(late -> late.column().equals(column.id())).isPresent()
                ? filled.getOrDefault(row.key(), CellValue.Empty.EMPTY)
                : row.value(index);
    }

    public TableSpec spec() {
        return spec;
    }

    public TableState state() {
        return state;
    }

    public Rows rows() {
        return rows;
    }

    /** How many rows the table has. */
    public int total() {
        return rows.rows().size();
    }

    /** How many rows pass search and filters. */
    public int matched() {
        return matching().size();
    }

    /** The rows that pass search and filters, in order: what an export holds. */
    public List<Row> matching() {
        if (matching == null) {
            matching = selected();
        }
        return matching;
    }

    private List<Row> selected() {
        Search search = Search.of(state.search());
        List<Row> sorted = rows.sorted(state.sort());
        return state.narrowed()
                ? sorted.stream()
                        .filter(row -> passes(row) && search.finds(row))
                        .toList()
                : sorted;
    }

    /** The rows that pass the search and all filters but that of one column: what a choice in it is made from. */
    List<Row> matchingBeside(String column) {
        Search search = Search.of(state.search());
        return rows.rows().stream()
                .filter(row -> passes(row, column) && search.finds(row))
                .toList();
    }

    private boolean passes(Row row) {
        return passes(row, "");
    }

    private boolean passes(Row row, String beside) {
        for (Map.Entry<String, Filter> filter : state.filters().entrySet()) {
            int column = rows.layout().index(filter.getKey());
            if (!filter.getKey().equals(beside)
                    && !filter.getValue()
                            .accepts(row, column, rows.layout().columns().get(column))) {
                return false;
            }
        }
        return true;
    }

    public int pages() {
        return Math.max(1, (matched() + state.length() - 1) / state.length());
    }

    /** The page shown, from 1; the last one if the address asks for one behind it. */
    public int page() {
        return Math.min(state.page(), pages());
    }

    /** The number of the first row shown, from 1; 0 if there is none. */
    public int from() {
        return matched() == 0 ? 0 : (page() - 1) * state.length() + 1;
    }

    public int to() {
        return Math.min(matched(), page() * state.length());
    }

    /** The rows of the page. */
    public List<Row> pageRows() {
        return matching().subList(Math.max(0, from() - 1), to());
    }

    /** The columns shown, in order. */
    public List<Column> columns() {
        return state.shown().stream()
                .map(id -> spec.definition().column(id).orElseThrow())
                .toList();
    }

    /** The sum of a column over some rows, as the foot shows it. */
    String sum(Column column, List<Row> some) {
        int index = rows.layout().index(column.id());
        double sum = 0;
        for (Row row : some) {
            CellValue value = row.value(index);
            OptionalDouble measure = value.measure();
            if (!value.isEmpty() && measure.isEmpty()) {
                return "";
            }
            sum += measure.orElse(0);
        }
        return sum == Math.rint(sum) ? Kind.INT.text(sum) : Kind.TEXT.text(sum);
    }

    /**
     * The headings above neighbouring columns with how many columns each spans; empty for tables of few columns, and where
     * columns are in an order in which one of the headings would stand twice.
     */
    public List<Map.Entry<String, Integer>> groups() {
        List<Map.Entry<String, Integer>> groups = new ArrayList<>();
        for (Column column : columns()) {
            String name = column.group().orElse("");
            int last = groups.size() - 1;
            if (last >= 0 && groups.get(last).getKey().equals(name)) {
                groups.set(last, Map.entry(name, groups.get(last).getValue() + 1));
            } else {
                groups.add(Map.entry(name, 1));
            }
        }
        boolean twice = groups.stream().map(Map.Entry::getKey).distinct().count() < groups.size();
        long named = groups.stream().filter(group -> !group.getKey().isEmpty()).count();
        return columns().size() > 10 && named > 1 && !twice ? groups : List.of();
    }

    /** The address of this page with this table in another state. */
    public String href(TableState other) {
        return path + with(other).text();
    }

    private TableQuery with(TableState other) {
        return query.without("part", "export", "all", "child")
                .with(spec.prefix(), other.beyond(base, spec.definition()));
    }

    /** The address of this page as it is, in its shortest form. */
    public String here() {
        return href(state);
    }

    /** The state of this table alone, as a saved view keeps it. */
    public String saved() {
        return new TableQuery(state.paged(1).viewing("").beyond(spec.first(), spec.definition())).text();
    }

    /** The address of an export of what is filtered. */
    public String export(String format, boolean allColumns) {
        TableQuery asked = with(state).with("part", spec.key()).with("export", format);
        return path + (allColumns ? asked.with("all", "1") : asked).text();
    }

    /** The address under which this table alone is drawn. */
    public String part() {
        return path + with(state).with("part", spec.key()).text();
    }

    public String pageHref(int number) {
        return href(state.paged(number));
    }

    /** Sorted by one column: upwards first for text, downwards first for numbers and dates; then the other way. */
    public String sortHref(Column column) {
        return href(state.sorted(List.of(next(column))));
    }

    /** Sorted by one more column. */
    public String addSortHref(Column column) {
        List<SortKey> keys = new ArrayList<>(state.sort());
        keys.removeIf(key -> key.column().equals(column.id()));
        keys.add(next(column));
        return href(state.sorted(keys));
    }

    private SortKey next(Column column) {
        return state.key(column.id())
                .map(SortKey::turned)
                .orElse(new SortKey(column.id(), !column.comparison().equals("text")));
    }

    /** What a search form has to send along besides the search. */
    public Map<String, String> otherParameters() {
        Map<String, String> others = new LinkedHashMap<>(with(state.paged(1)).parameters());
        others.remove(spec.prefix() + "q");
        return others;
    }

    /** The column by whose values a pasted list filters. */
    public String keyColumn() {
        return spec.definition().columns().get(0).id();
    }

    /** The names that are asked for by a list, and that no row of the table has. */
    public List<String> notFound() {
        return state.filters().get(keyColumn()) instanceof Filter.OneOf asked
                ? asked.lackedBy(
                        rows.rows(),
                        rows.layout().index(keyColumn()),
                        spec.definition().columns().get(0))
                : List.of();
    }

    public String presetHref(String name) {
        return path
                + query.without("part", "export", "all", "child")
                        .with(spec.prefix(), name.isEmpty() ? Map.of() : Map.of("view", name))
                        .text();
    }

    /** A column in the chooser. */
    public record Choice(Column column, boolean shown, boolean limited) {}

    /** All columns: those shown in their order, then the others. */
    public List<Choice> columnChoice() {
        List<Choice> choice = new ArrayList<>();
        columns()
                .forEach(column ->
                        choice.add(new Choice(column, true, !limit(column).isEmpty())));
        spec.definition().columns().stream()
                .filter(column -> !state.shown().contains(column.id()))
                .forEach(column ->
                        choice.add(new Choice(column, false, !limit(column).isEmpty())));
        return choice;
    }

    public List<Integer> lengths() {
        return TableState.LENGTHS;
    }

    public String lengthHref(int length) {
        return href(state.ofLength(length));
    }

    /** Which rows are shown, such as {@code 1–50}. */
    public String rangeText() {
        return matched() <= 1 ? String.valueOf(matched()) : Quantity.count(from()) + "–" + Quantity.count(to());
    }

    /** How many rows pass search and filters, in words. */
    public String countText() {
        return Quantity.count(matched()) + " " + spec.things(matched());
    }

    /** Of how many rows these are. */
    public String ofText() {
        String of = matched() <= 1 ? spec.things(matched()) : "of " + countText();
        return state.narrowed() ? of + ", filtered from " + Quantity.count(total()) : of;
    }

    /** What the signs mean that are in the rows shown. */
    public List<Legend.Entry> legend() {
        Stream<String> outside = columns().stream()
                .filter(column -> !limit(column).isEmpty())
                .flatMap(column ->
                        pageRows().stream().flatMap(row -> row.crossed(column.id()).map(CellMark::sign).stream()));
        Stream<String> marks =
                pageRows().stream().flatMap(row -> marks(row).stream()).map(Mark::sign);
        return Legend.of(marks, outside).entries();
    }

    /** The limit of a column in words; empty text if it has none. */
    public String limit(Column column) {
        return rows.layout().limit(column);
    }

    /** Whether any column shown marks the age of a state. */
    public boolean aged() {
        return columns().stream().anyMatch(column -> column.format().aged());
    }

    public String withoutFilterHref(String column) {
        return href(state.without(column));
    }

    public String clearedHref() {
        return href(state.cleared());
    }

    /** The page numbers to offer; 0 stands for a gap. */
    public List<Integer> pager() {
        List<Integer> numbers = new ArrayList<>();
        int last = 0;
        for (int number = 1; number <= pages(); number++) {
            if (number <= 2 || number > pages() - 1 || Math.abs(number - page()) <= 1) {
                if (number > last + 1) {
                    numbers.add(0);
                }
                numbers.add(number);
                last = number;
            }
        }
        return numbers;
    }

    /** The filters in words, by column. */
    public Map<String, String> chips() {
        Map<String, String> chips = new LinkedHashMap<>(state.searched());
        state.filters()
                .forEach((column, filter) -> chips.put(
                        column, spec.definition().column(column).orElseThrow().name() + " " + filter.words()));
        return chips;
    }
}
