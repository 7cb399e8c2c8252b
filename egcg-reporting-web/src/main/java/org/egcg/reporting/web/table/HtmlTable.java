package org.egcg.reporting.web.table;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.web.table.TableSpec.Review;

/** Writes a page of rows as an HTML table. */
public final class HtmlTable {

    /** Tables that narrow screens tell in sentences. */
    private static final Set<String> TOLD = Set.of("inconsistencies");

    private final TableView view;
    private final Markup out;
    private final HtmlCell cells;
    private final boolean plain;
    private final List<Column> columns;
    private final int[] indexes;
    private final boolean told;
    private HtmlCell.Place[] places;

    /**
     * @param now what ages of states count from
     * @param plain without links in the headings: for tables inside tables
     */
    public HtmlTable(TableView view, LocalDateTime now, Markup out, boolean plain) {
        this.view = view;
        this.out = out;
        this.plain = plain;
        this.cells = new HtmlCell(out, now, view.here());
        this.columns = view.columns();
        this.indexes = columns.stream()
                .mapToInt(column -> view.rows().layout().index(column.id()))
                .toArray();
        this.told = TOLD.contains(view.spec().definition().name());
    }

    public void write() throws IOException {
        boolean canBeOdd = view.rows().layout().oddness() != Oddness.NONE;
        out.open("table", "class", "data", "data-can-be-odd", canBeOdd ? "" : null);
        out.element("caption", view.spec().title(), "class", "sr");
        head();
        body();
        if (view.spec().sums()) {
            foot();
        }
        out.close("table");
    }

    private boolean picks() {
        return view.spec().review() != Review.NONE;
    }

    private boolean unfolds() {
        return !view.spec().children().isEmpty();
    }

    private int before() {
        return (picks() ? 1 : 0) + (unfolds() ? 1 : 0);
    }

    private void head() throws IOException {
        out.open("thead");
        groups();
        out.open("tr");
        if (picks()) {
            out.open("th", "class", "pick", "scope", "col");
            out.open("input", "type", "checkbox", "data-pick", "all", "aria-label", "Select the rows of this page");
            out.close("input").close("th");
        }
        if (unfolds()) {
            out.open("th", "class", "unfold", "scope", "col").spoken("Unfold").close("th");
        }
        for (int i = 0; i < columns.size(); i++) {
            heading(columns.get(i), i);
        }
        out.close("tr").close("thead");
    }

    private void groups() throws IOException {
        List<Map.Entry<String, Integer>> groups = view.groups();
        if (groups.isEmpty()) {
            return;
        }
        out.open("tr", "class", "group");
        for (int i = 0; i < before(); i++) {
            out.open("td", "class", i == 0 && picks() ? "pick" : "unfold").close("td");
        }
        int place = 0;
        for (Map.Entry<String, Integer> group : groups) {
            group(group.getKey(), place, place + group.getValue());
            place += group.getValue();
        }
        out.close("tr");
    }

    /** Columns that stay in sight have cells of their own, the first of the group with its name. */
    private void group(String name, int from, int to) throws IOException {
        int next = from;
        while (next < to && new HtmlCell.Place(columns.get(next), next).stays()) {
            String style = next == 0 ? "key" : "stay";
            out.element("td", next == from ? name : "", "class", style);
            next++;
        }
        if (next < to) {
            out.open("td", "colspan", String.valueOf(to - next));
            out.element("span", next == from ? name : "").close("td");
        }
    }

    private void heading(Column column, int place) throws IOException {
        Optional<SortKey> key =
                plain || view.total() < 2 ? Optional.empty() : view.state().key(column.id());
        Integer width = view.state().widths().get(column.id());
        out.open(
                "th",
                "scope",
                "col",
                "class",
                HtmlCell.attribute(new HtmlCell.Place(column, place).style()),
                "data-col",
                column.id(),
                "data-width",
                width == null ? null : width.toString(),
                "data-tip",
                view.help(column).isEmpty() ? null : view.help(column),
                "aria-sort",
                key.map(k -> k.descending() ? "descending" : "ascending").orElse(null));
        if (plain || !column.sortable()) {
            label(column);
        } else {
            out.open("a", "href", view.sortHref(column), "data-add", view.addSortHref(column));
            label(column);
            sortMark(key);
            out.close("a");
        }
        out.close("th");
    }

    private void label(Column column) throws IOException {
        out.text(column.name());
        if (!column.unit().isEmpty()) {
            out.text(" ").element("span", "(" + column.unit() + ")", "class", "unit");
        }
    }

    private void sortMark(Optional<SortKey> key) throws IOException {
        if (key.isPresent()) {
            out.open("span", "class", "sort", "aria-hidden", "true")
                    .text(key.get().descending() ? "▼" : "▲");
            if (shownKeys() > 1) {
                out.element("sup", String.valueOf(view.state().sort().indexOf(key.get()) + 1));
            }
            out.close("span");
        }
    }

    /** By how many of the columns that are shown rows are sorted. */
    private long shownKeys() {
        return columns.stream()
                .filter(column -> view.state().key(column.id()).isPresent())
                .count();
    }

    private void body() throws IOException {
        out.open("tbody");
        view.fill(view.pageRows());
        view.note(view.pageRows());
        places = new HtmlCell.Place[indexes.length];
        for (int i = 0; i < indexes.length; i++) {
            Column column = columns.get(i);
            int index = indexes[i];
            int decimals = ColumnDigits.of(column, view.pageRows(), row -> view.value(row, index, column));
            places[i] = new HtmlCell.Place(column, i, decimals, told);
        }
        for (Row row : view.pageRows()) {
            row(row);
        }
        out.close("tbody");
    }

    private void row(Row row) throws IOException {
        out.open(
                "tr",
                "data-key",
                row.key(),
                "data-entities",
                entities(row),
                "class",
                view.marks(row).isEmpty() ? null : "marked");
        if (picks()) {
            out.open("td", "class", "pick");
            out.open("input", "type", "checkbox", "data-pick", "row", "aria-label", "Select " + row.key());
            out.close("input").close("td");
        }
        if (unfolds()) {
            out.open("td", "class", "unfold");
            out.open(
                    "button",
                    "type",
                    "button",
                    "class",
                    "unfold",
                    "aria-expanded",
                    "false",
                    "aria-label",
                    "Samples of " + row.key(),
                    "data-tip",
                    "Samples of " + row.key());
            out.text("▸").close("button").close("td");
        }
        for (int i = 0; i < indexes.length; i++) {
            CellValue value = view.value(row, indexes[i], columns.get(i));
            cells.write(row, value, indexes[i], places[i], view.marks(row));
        }
        out.close("tr");
    }

    /** What a review of the row is about, where that is not the row alone. */
    private String entities(Row row) {
        String entities = String.join("\n", row.entities());
        return !picks() || entities.equals(row.key()) ? null : entities;
    }

    private void foot() throws IOException {
        out.open("tfoot");
        sums("This page", view.pageRows());
        if (view.pages() > 1) {
            sums("All " + Quantity.count(view.matched()), view.matching());
        }
        out.close("tfoot");
    }

    private void sums(String label, List<Row> rows) throws IOException {
        out.open("tr");
        for (int i = 0; i < before(); i++) {
            out.open("td", "class", "pick").close("td");
        }
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (i == 0) {
                out.element("th", label, "scope", "row", "class", "key");
            } else {
                out.open("td", "class", HtmlCell.attribute(column.style()));
                sum(column, rows);
                out.close("td");
            }
        }
        out.close("tr");
    }

    /** Of samples that have an age it stands where their numbers do; where there are none it makes no room for them. */
    private void sum(Column column, List<Row> rows) throws IOException {
        if (!column.sum()) {
            return;
        }
        String sum = view.sum(column, rows);
        if (column.format().aged() && !sum.equals("0")) {
            out.element("span", sum, "class", "age none");
        } else {
            out.text(sum);
        }
    }
}
