package org.egcg.reporting.web.timeline;

import java.time.Duration;
import org.egcg.reporting.web.table.Quantity;

/**
 * Spans of time in the two units that matter. A span that would be negative is none. No line ends between a number and its
 * unit, nor inside of what is brief.
 */
public final class Elapsed {

    private static final String NO_BREAK = "\u00a0";
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final long DAY = 86_400;

    /** From here on hours do not matter. */
    private static final long EXACT = 10 * DAY;

    private Elapsed() {}

    /** In whole words, such as {@code 1 hour 5 minutes}. */
    public static String words(Duration span) {
        return said(span, "second", "minute", "hour", "day", true);
    }

    /** As short as can be, such as {@code 1 h 5 min}. */
    public static String brief(Duration span) {
        return said(span, "s", "min", "h", "d", false);
    }

    /** Whether it is so long that only years say something. */
    public static boolean isYears(Duration span) {
        return span.toDays() >= Quantity.YEAR;
    }

    /** Such as {@code 10.8 years}. */
    public static String years(Duration span) {
        String years = Quantity.years(span.toDays());
        return years + NO_BREAK + (years.equals("1.0") ? "year" : "years");
    }

    /** An age in whole units of one kind, such as {@code 3 days}; from a year on in years. */
    public static String age(Duration span) {
        if (isYears(span)) {
            return years(span);
        }
        long seconds = Math.max(0, span.toSeconds());
        if (seconds >= 2 * DAY) {
            return counted(seconds / DAY, "day", true);
        }
        return seconds >= 2 * HOUR ? counted(seconds / HOUR, "hour", true) : words(span);
    }

    private static String said(Duration span, String second, String minute, String hour, String day, boolean plural) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < MINUTE) {
            return counted(seconds, second, plural);
        }
        if (seconds < HOUR) {
            return counted(seconds / MINUTE, minute, plural);
        }
        if (seconds < DAY) {
            return counted(seconds / HOUR, hour, plural) + rest(seconds % HOUR / MINUTE, minute, plural);
        }
        return counted(seconds / DAY, day, plural) + (seconds < EXACT ? rest(seconds % DAY / HOUR, hour, plural) : "");
    }

    private static String rest(long count, String unit, boolean plural) {
        return count == 0 ? "" : (plural ? " " : NO_BREAK) + counted(count, unit, plural);
    }

    private static String counted(long count, String unit, boolean plural) {
        return Quantity.count(count) + NO_BREAK + unit + (plural && count != 1 ? "s" : "");
    }
}
