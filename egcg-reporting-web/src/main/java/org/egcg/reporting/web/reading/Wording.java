package org.egcg.reporting.web.reading;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as pages write them. */
public final class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

    private Wording() {}

    static String day(LocalDateTime date) {
        return DAY.format(date);
    }

    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    static String minute(LocalDateTime date) {
        return MINUTE.format(date);
    }
}
