package org.egcg.reporting.web.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the signs mean that are on a page of rows: those, and no others. */
public record Legend(List<Entry> entries) {

    private static final Map<String, String> MARKS = new LinkedHashMap<>();

    static {
        MARKS.put("T", "reads trimmed or tiles removed");
        MARKS.put("≠", "processed from other run elements");
        MARKS.put("Δ", "recorded otherwise");
        MARKS.put("L", "LIMS only");
        MARKS.put("–", "no LIMS record");
        MARKS.put("!", "something does not fit");
        MARKS.put("✎", "notes");
    }

    /** A sign, and what it means. */
    public record Entry(String sign, String words) {}

    static Legend of(TableView view) {
        List<Entry> entries = new ArrayList<>();
        String outside = String.join(" ", outside(view));
        if (!outside.isEmpty()) {
            entries.add(new Entry(outside, "outside its limit"));
        }
        Set<String> used = new TreeSet<>();
        view.pageRows().forEach(row -> view.marks(row).forEach(mark -> used.add(mark.sign())));
        MARKS.forEach((sign, words) -> {
            if (used.contains(sign)) {
                entries.add(new Entry(sign, words));
            }
        });
        return new Legend(entries);
    }

    /** The signs of values below and above their limits. */
    private static Set<String> outside(TableView view) {
        Set<String> signs = new TreeSet<>();
        for (Column column : view.columns()) {
            if (!view.limit(column).isEmpty()) {
                view.pageRows()
                        .forEach(row ->
                                row.crossed(column.id()).map(CellMark::sign).ifPresent(signs::add));
            }
        }
        signs.remove("?");
        return signs;
    }
}
