package org.egcg.reporting.web.date;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * Days and moments as pages write them. In tables whose rows are sorted, filtered and exported they are figures,
 * {@code 2026-11-28 14:05:33}, which is also what filters and addresses take; wherever else people read them they are words,
 * {@code 28 Nov 2026 14:05}.
 */
public final class Dates {

    private static final DateTimeFormatter FIGURES = pattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter DAY = pattern("d MMM uuuu");
    private static final DateTimeFormatter MINUTE = pattern("d MMM uuuu HH:mm");
    private static final DateTimeFormatter SECOND = pattern("d MMM uuuu HH:mm:ss");
    private static final DateTimeFormatter WEEKDAY = pattern("EEEE d MMM uuuu HH:mm");
    private static final DateTimeFormatter DAY_OF_WEEK = pattern("EEEE d MMM uuuu");
    private static final DateTimeFormatter MONTH = pattern("MMM uuuu");
    private static final DateTimeFormatter DAY_OF_YEAR = pattern("d MMM");
    private static final DateTimeFormatter CLOCK = pattern("HH:mm");
    private static final DateTimeFormatter CLOCK_SECOND = pattern("HH:mm:ss");
    private static final DateTimeFormatter LIMS_DAY = pattern("MMM dd uuuu");

    private Dates() {}

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /** A day in figures: {@code 2026-11-28}. */
    public static String figures(LocalDate day) {
        return day.toString();
    }

    /** A moment in figures: {@code 2026-11-28 14:05:33}. */
    public static String figures(LocalDateTime moment) {
        return FIGURES.format(moment);
    }

    /** A day in words: {@code 28 Nov 2026}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A day or a moment that is in figures, in words; other text stays as it is. */
    public static String words(String figures) {
        try {
            return figures.contains(" ")
                    ? minute(LocalDateTime.parse(figures, FIGURES))
                    : day(LocalDate.parse(figures));
        } catch (DateTimeParseException noDate) {
            return figures;
        }
    }

    /** The same of a day as the LIMS writes it, such as {@code Nov 28 2026}; other text stays as it is. */
    public static String limsDay(String text) {
        try {
            return day(LocalDate.parse(text, LIMS_DAY));
        } catch (DateTimeParseException noDay) {
            return text;
        }
    }

    /** A moment in words: {@code 28 Nov 2026 14:05}. */
    public static String minute(LocalDateTime moment) {
        return MINUTE.format(moment);
    }

    /** The same where seconds matter: {@code 28 Nov 2026 14:05:33}. */
    public static String second(LocalDateTime moment) {
        return SECOND.format(moment);
    }

    /** The same of today: {@code Saturday 28 Nov 2026 14:05}. */
    public static String weekday(LocalDateTime moment) {
        return WEEKDAY.format(moment);
    }

    /** A day in words, with that of the week: {@code Monday 30 Nov 2026}. */
    public static String weekday(LocalDate day) {
        return DAY_OF_WEEK.format(day);
    }

    /** A month in words: {@code Nov 2026}. */
    public static String month(LocalDate day) {
        return MONTH.format(day);
    }

    /** A day where the year is known: {@code 28 Nov}. */
    public static String dayOfYear(LocalDate day) {
        return DAY_OF_YEAR.format(day);
    }

    /** The time of a day: {@code 14:05}. */
    public static String clock(LocalDateTime moment) {
        return CLOCK.format(moment);
    }

    /** The same where seconds matter: {@code 14:05:33}. */
    public static String clockSecond(LocalDateTime moment) {
        return CLOCK_SECOND.format(moment);
    }
}
