package org.egcg.reporting.web.plate;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A well's place, both counted from 0; {@code A:1} is the first of the first row. */
public record WellPosition(int row, int column) {

    /** From left to right, and line by line. */
    static final Comparator<WellPosition> AS_READ =
            Comparator.comparingInt(WellPosition::row).thenComparingInt(WellPosition::column);

    private static final Pattern TEXT = Pattern.compile("([A-Z]):([1-9][0-9]?)");

    /** The place that the LIMS names; empty if it names none, or one beyond row Z. */
    static Optional<WellPosition> parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        return parts.matches()
                ? Optional.of(new WellPosition(parts.group(1).charAt(0) - 'A', Integer.parseInt(parts.group(2)) - 1))
                : Optional.empty();
    }

    static String letter(int row) {
        return String.valueOf((char) ('A' + row));
    }

    @Override
    public String toString() {
        return letter(row) + ":" + (column + 1);
    }
}
