package org.egcg.reporting.client;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * The API's one spelling of a moment: {@code 31_12_2019_23:59:59}, whole seconds, UTC without saying so. Records that
 * {@link Communicator} fills or sends may have {@link LocalDateTime} and {@link Instant} components.
 */
public final class ApiDate {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("dd_MM_yyyy_HH:mm:ss");

    private ApiDate() {}

    /** The API's text of a moment; fractions of a second are dropped. */
    public static String format(LocalDateTime utc) {
        return FORM.format(utc);
    }

    /** The API's text of a moment; fractions of a second are dropped. */
    public static String format(Instant moment) {
        return format(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
    }

    /** The moment an API text stands for; {@link IllegalArgumentException} for any other spelling. */
    public static LocalDateTime parse(String text) {
        try {
            return LocalDateTime.parse(text, FORM);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'%s' is not a date like 31_12_2019_23:59:59".formatted(text), e);
        }
    }
}
