package org.egcg.reporting.web.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One column of a table.
 *
 * @param id the name by which the file and an address call it
 * @param path where the shown value stands
 * @param order where the value stands by which rows are sorted, searched and filtered
 * @param visible whether it is shown at first
 */
public record Column(
        String id,
        String title,
        Optional<String> group,
        ValuePath path,
        ValuePath order,
        Format format,
        boolean visible,
        boolean sortable,
        boolean centred,
        boolean category) {

    private static final Pattern UNIT = Pattern.compile("(.+?) \\(([^()]{1,8})\\)");

    /** The heading without its unit. */
    public String name() {
        Matcher parts = UNIT.matcher(title);
        return parts.matches() ? parts.group(1) : title;
    }

    /** The unit at the end of the heading, such as {@code Gb}; empty text if there is none. */
    public String unit() {
        Matcher parts = UNIT.matcher(title);
        return parts.matches() ? parts.group(2) : "";
    }

    /** The limit in words; empty text if the column has none. */
    public String limit() {
        return format.limit()
                .map(limit -> Quantity.with(limit.words(format.kind()), unit()))
                .orElse("");
    }

    /** Whether the foot has its sum. */
    public boolean sum() {
        return format.sum();
    }

    /** The same column, shown only to whom chooses it. */
    public Column chosen() {
        return new Column(id, title, group, path, order, format, false, sortable, centred, category);
    }

    /** Whether filters on it compare numbers or days. */
    public String comparison() {
        return format.kind().dated() ? "date" : format.numeric() ? "number" : "text";
    }

    /** What a cell shows of a value, text by text, each with what it is of: how many there are, or every one. */
    Map<String, CellValue> shown(CellValue value) {
        if (value.isEmpty()) {
            return Map.of();
        }
        if (format.count()) {
            return Map.of(Quantity.count(value.items().size()), value);
        }
        Map<String, CellValue> shown = new LinkedHashMap<>();
        value.items().forEach(item -> shown.put(format.kind().text(item), item));
        return shown;
    }

    /** The name of the style of its cells; empty text for those that stand at the left like the rest of the page. */
    public String style() {
        return centred ? "mid" : format.numeric() ? "num" : format.kind() == Kind.TEXT ? "text" : "";
    }
}
