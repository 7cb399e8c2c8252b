package org.egcg.reporting.web.reading;

import java.util.Locale;

/**
 * Something found by its name.
 *
 * @param kind what it is, and {@code name} what it is called
 * @param also what it is found by, if that is something else; else empty text
 * @param href where it is shown
 */
public record Found(String kind, String name, String also, String href) {

    private static final int BEFORE = 30;
    private static final int SHOWN = 100;

    /** The same, found by the part of a long text in which what was sought stands. */
    Found around(String sought) {
        String line = also.replaceAll("\\s", " ");
        int at = Math.max(0, line.toLowerCase(Locale.ROOT).indexOf(sought.toLowerCase(Locale.ROOT)));
        int from = at <= BEFORE ? 0 : at - BEFORE;
        int to = Math.min(line.length(), from + SHOWN);
        String part = (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "");
        return new Found(kind, name, part, href);
    }
}
