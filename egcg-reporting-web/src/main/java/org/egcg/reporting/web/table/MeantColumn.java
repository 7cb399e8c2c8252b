package org.egcg.reporting.web.table;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which column somebody has meant who calls it by its heading, by a part of its key, or with a letter wrong.
 *
 * @param columns those that could be meant
 */
record MeantColumn(List<Column> columns) {

    /** Shorter words are part of too much. */
    private static final int SHORTEST = 3;

    /** A longer name was not mistyped. */
    private static final int LONGEST = 60;

    /** One letter of so many may be wrong. */
    private static final int LETTERS = 4;

    /** How far off a name is that is only part of the other. */
    private static final int PART = 100;

    private static final int INSIDE = 2 * PART;
    private static final int UNLIKE = Integer.MAX_VALUE;

    /** Empty if none is called anything like it. */
    Optional<Column> by(String called) {
        String word = letters(called);
        return word.isEmpty() || word.length() > LONGEST
                ? Optional.empty()
                : columns.stream()
                        .filter(column -> distance(word, column) < UNLIKE)
                        .min(Comparator.<Column>comparingInt(column -> distance(word, column))
                                .thenComparing(column -> !column.visible()));
    }

    private static int distance(String word, Column column) {
        return Math.min(distance(word, letters(column.id())), distance(word, letters(column.title())));
    }

    private static int distance(String word, String name) {
        int edits = edits(word, name);
        if (edits <= word.length() / LETTERS) {
            return edits;
        }
        if (Math.min(word.length(), name.length()) < SHORTEST) {
            return UNLIKE;
        }
        if (name.startsWith(word) || word.startsWith(name)) {
            return PART + edits;
        }
        return name.contains(word) ? INSIDE + edits : UNLIKE;
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** How many letters have to be put in, taken out or changed. */
    private static int edits(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
