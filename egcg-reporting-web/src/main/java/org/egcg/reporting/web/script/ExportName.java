package org.egcg.reporting.web.script;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.egcg.reporting.web.table.TableState;

/** What the file of an export is called: which page, which table of it, what was filtered, and when. */
final class ExportName {

    private static final int LONGEST_PART = 30;
    private static final int LONGEST = 120;

    private ExportName() {}

    /**
     * Such as {@code samples_toreview_EG0121_2026-11-28}.
     *
     * @param path the address of the page, percent-encoded
     * @param table the table's key; empty text if the page has no other
     */
    static String of(String path, String table, TableState state, LocalDate day) {
        List<String> parts = new ArrayList<>(Arrays.asList(path.split("/")));
        parts.replaceAll(part -> URLDecoder.decode(part, StandardCharsets.UTF_8));
        parts.add(table);
        state.filters().values().forEach(filter -> parts.add(filter.spelled()));
        parts.add(state.search());
        List<String> plain = parts.stream()
                .map(ExportName::plain)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
        String name = String.join("_", plain);
        return name.substring(0, Math.min(LONGEST, name.length())) + "_" + day;
    }

    /** Signs that no file system and no header minds. */
    private static String plain(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9.]+", "-")
                .replaceAll("[.-]{2,}", "-")
                .replaceAll("^[-.]+|[-.]+$", "");
        return plain.substring(0, Math.min(LONGEST_PART, plain.length()));
    }
}
