package org.egcg.reporting.run;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Dates in names of runs: {@code YYMMDD} of this century, {@code YYYYMMDD}, or with signs between. */
final class Days {

    private static final int CENTURY = 2000;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2099;
    private static final int SHORT = 6;
    private static final int LONG = 8;

    private Days() {}

    /** The day that a text names; empty if there is none such. */
    static Optional<LocalDate> of(String text) {
        String digits = text.replaceAll("[-_.]", "");
        return digits.length() == SHORT || digits.length() == LONG ? ofDigits(digits) : Optional.empty();
    }

    private static Optional<LocalDate> ofDigits(String digits) {
        try {
            int number = Integer.parseInt(digits);
            int year = number / 10_000 + (digits.length() == SHORT ? CENTURY : 0);
            return year < FIRST_YEAR || year > LAST_YEAR
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(year, number / 100 % 100, number % 100));
        } catch (DateTimeException | NumberFormatException noDay) {
            return Optional.empty();
        }
    }
}
