package org.egcg.reporting.web.reading;

import java.util.Locale;

/** Words of programs as pages write them. */
public final class Wording {

    private Wording() {}

    /** A word of a program as a person writes it, such as {@code Library queue}; nothing else changes. */
    public static String plain(String word) {
        String spaced = word.replace('_', ' ');
        return spaced.isEmpty() ? "" : spaced.substring(0, 1).toUpperCase(Locale.ENGLISH) + spaced.substring(1);
    }
}
