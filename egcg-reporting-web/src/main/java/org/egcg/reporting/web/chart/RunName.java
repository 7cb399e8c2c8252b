package org.egcg.reporting.web.chart;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a run says: {@code YYMMDD_<sequencer>_<number>_<stage letter><flow cell>}.
 *
 * @param stage sequencer and stage, such as {@code E00306_B}
 */
public record RunName(LocalDate date, String sequencer, String stage) {

    private static final Pattern SHAPE =
            Pattern.compile("(\\d{2})(\\d{2})(\\d{2})_([^_]+)_([^_]+)_([^_])[^_]*(?:_.*)?");
    private static final int CENTURY = 2000;

    /** Empty if the name has not that form, or not the date of a day. */
    public static Optional<RunName> parse(String name) {
        Matcher parts = SHAPE.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(
                    CENTURY + Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
            return Optional.of(new RunName(date, parts.group(4), parts.group(4) + "_" + parts.group(6)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
