package org.egcg.reporting.client.folder.internal;

import java.util.regex.Pattern;

/** Reads numbers as tools write them, and refuses what no sequencer can count. */
public final class Numbers {
    /** More than all bases that a flow cell can give. */
    private static final long MOST = 1_000_000_000_000_000L;

    private static final int LONGEST = 40;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}(\\.0+)?");

    private Numbers() {}

    /** A whole number from 0 up; {@link IllegalArgumentException} says what is wrong with it. */
    public static long count(String text, String what) {
        String digits = text.strip();
        if (!WHOLE.matcher(digits).matches()) {
            throw new IllegalArgumentException("%s is %s, which is no whole number".formatted(what, quoted(digits)));
        }
        int point = digits.indexOf('.');
        long number = Long.parseLong(point < 0 ? digits : digits.substring(0, point));
        if (number > MOST) {
            throw new IllegalArgumentException("%s is %d, which is more than any run gives".formatted(what, number));
        }
        return number;
    }

    /** A whole number within bounds, both inclusive. */
    public static int within(String text, int least, int most, String what) {
        long number = count(text, what);
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    "%s is %d, which is not from %d to %d".formatted(what, number, least, most));
        }
        return (int) number;
    }

    /** A text of a file as a message may show it. */
    public static String quoted(String text) {
        String visible = text.replaceAll("\\p{Cntrl}", "?");
        return "'" + (visible.length() > LONGEST ? visible.substring(0, LONGEST) + "…" : visible) + "'";
    }
}
