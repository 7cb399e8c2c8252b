package org.egcg.reporting.web.reading;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Dates as pages write them. */
public final class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter LIMS_DAY = DateTimeFormatter.ofPattern("MMM dd uuuu", Locale.ENGLISH);

    private Wording() {}

    static String day(LocalDateTime date) {
        return DAY.format(date);
    }

    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** A word of a program as a person writes it, such as {@code Library queue}; nothing else changes. */
    public static String plain(String word) {
        String spaced = word.replace('_', ' ');
        return spaced.isEmpty() ? "" : spaced.substring(0, 1).toUpperCase(Locale.ENGLISH) + spaced.substring(1);
    }

    /** A day as the LIMS writes it, such as {@code Jun 01 2018}, as all pages write it; other text stays as it is. */
    static String limsDay(String text) {
        try {
            return day(LocalDate.parse(text, LIMS_DAY));
        } catch (DateTimeParseException otherwise) {
            return text;
        }
    }

    static String minute(LocalDateTime date) {
        return MINUTE.format(date);
    }
}
