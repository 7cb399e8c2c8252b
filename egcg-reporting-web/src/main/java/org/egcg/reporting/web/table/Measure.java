package org.egcg.reporting.web.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The number in a cell's value. */
final class Measure {

    private static final int LONGEST_NUMBER = 400;

    private Measure() {}

    /** The number that stands for a cell in sums and comparisons: itself, or how many it lists. */
    static Optional<Double> of(Object value) {
        if (value instanceof Shown shown) {
            return of(shown.order());
        }
        if (value instanceof Number number) {
            return Optional.of(number.doubleValue());
        }
        if (value instanceof Samples samples) {
            return Optional.of((double) samples.ids().size());
        }
        if (value instanceof List<?> list) {
            return Optional.of((double) list.size());
        }
        if (value instanceof LocalDateTime date) {
            return Optional.of((double) date.toEpochSecond(ZoneOffset.UTC));
        }
        return value instanceof String text ? number(text) : Optional.empty();
    }

    /** The number that a text spells; reading a long one takes time that grows with the square of its length. */
    static Optional<Double> number(String text) {
        try {
            return text.length() > LONGEST_NUMBER
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(text.strip()).doubleValue());
        } catch (NumberFormatException word) {
            return Optional.empty();
        }
    }
}
