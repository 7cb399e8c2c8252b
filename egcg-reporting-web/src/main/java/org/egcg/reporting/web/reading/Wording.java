package org.egcg.reporting.web.reading;

import java.util.Locale;

/** Words of programs as pages write them. */
public final class Wording {

    private Wording() {}

    /** A heading of a table elsewhere than in one: {@code Quoted Samples} as {@code Quoted samples}. */
    public static String sentenceCase(String heading) {
        return heading.isEmpty() ? "" : heading.charAt(0) + heading.substring(1).toLowerCase(Locale.ENGLISH);
    }

    /** A word of a program as a person writes it, such as {@code Library queue}; nothing else changes. */
    public static String plain(String word) {
        String spaced = word.replace('_', ' ').replaceAll("\\bqc\\b", "QC");
        return spaced.isEmpty() ? "" : spaced.substring(0, 1).toUpperCase(Locale.ENGLISH) + spaced.substring(1);
    }
}
