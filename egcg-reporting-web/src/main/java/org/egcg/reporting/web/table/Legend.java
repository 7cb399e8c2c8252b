package org.egcg.reporting.web.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * @param marks the signs of rows
     * @param outside the signs of values below and above their limits
     */
    static Legend of(Stream<String> marks, Stream<String> outside) {
        List<Entry> entries = new ArrayList<>();
        String limits =
                outside.filter(sign -> !sign.equals("?")).distinct().sorted().collect(Collectors.joining(" "));
        if (!limits.isEmpty()) {
            entries.add(new Entry(limits, "outside its limit"));
        }
        Set<String> used = marks.collect(Collectors.toSet());
        MARKS.forEach((sign, words) -> {
            if (used.contains(sign)) {
                entries.add(new Entry(sign, words));
            }
        });
        return new Legend(entries);
    }
}
