package org.egcg.reporting.web.table;

import java.math.BigDecimal;
import java.util.Optional;

/** The number that a text spells. */
final class NumberText {

    private static final int LONGEST_NUMBER = 400;

    private NumberText() {}

    /** Empty if the text spells none. */
    static Optional<Double> number(String text) {
        // Reading a number takes time that grows with the square of its length.
        try {
            return text.length() > LONGEST_NUMBER
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(text.strip()).doubleValue());
        } catch (NumberFormatException word) {
            return Optional.empty();
        }
    }
}
