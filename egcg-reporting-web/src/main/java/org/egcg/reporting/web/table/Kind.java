package org.egcg.reporting.web.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.egcg.reporting.web.date.Dates;

/**
 * How a value is written. Numbers are rounded half up on their magnitude, from their shortest decimal form, to the digits
 * that they need.
 */
public enum Kind {
    TEXT("string"),
    INT("int"),
    FLOAT("float"),
    PERCENTAGE("percentage"),
    RATIO_PERCENTAGE("ratio_percentage"),
    DATE("date"),
    DATETIME("datetime"),
    STATE("state"),
    /** A word of a program, written as a person writes it: {@code library_queue} as {@code Library queue}. */
    WORDS("words");

    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_UP);
    private static final int MOST_ZEROS = 6;

    private final String spelling;

    Kind(String spelling) {
        this.spelling = spelling;
    }

    static Optional<Kind> spelled(String spelling) {
        return Arrays.stream(values())
                .filter(kind -> kind.spelling.equals(spelling))
                .findFirst();
    }

    boolean numeric() {
        return this == INT || this == FLOAT || this == PERCENTAGE || this == RATIO_PERCENTAGE;
    }

    boolean dated() {
        return this == DATE || this == DATETIME;
    }

    /** The value as a cell shows it. Text in a column of numbers or dates stays as it is. */
    public String text(CellValue value) {
        if (value instanceof CellValue.Numeric numeric) {
            return number(numeric.number());
        }
        if (value instanceof CellValue.Moment moment) {
            return this == DATE ? Dates.figures(moment.date().toLocalDate()) : Dates.figures(moment.date());
        }
        return this == WORDS ? spaced(value.text()) : value.text();
    }

    private static String spaced(String word) {
        String spaced = word.replace('_', ' ');
        return spaced.isEmpty() ? "" : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    /** A number as a cell shows it. */
    public String text(double number) {
        return number(number);
    }

    /** What a cell lists as it shows it, with commas between; empty text for an empty cell. */
    public String joined(CellValue value) {
        return String.join(", ", value.items().stream().map(this::text).toList());
    }

    private String number(Number value) {
        if (value instanceof Double d && d.isInfinite()) {
            return d > 0 ? "∞" : "-∞";
        }
        BigDecimal exact = new BigDecimal(value.toString());
        return switch (this) {
            case INT -> fixed(exact, 0, true);
            case FLOAT -> significant(exact, 2, 3, true);
            case PERCENTAGE -> significant(exact, 1, 2, false) + "%";
            case RATIO_PERCENTAGE -> significant(exact.movePointRight(2), 1, 2, false) + "%";
            default -> plain(value instanceof Double ? exact.round(SIX_DIGITS) : exact);
        };
    }

    /** So many decimals, and below one as many more as show the first digits that are not zero; nothing at all is 0. */
    private static String significant(BigDecimal exact, int decimals, int digits, boolean grouped) {
        if (exact.signum() == 0) {
            return "0";
        }
        int zeros = exact.scale() - exact.precision();
        if (zeros < 0) {
            return fixed(exact, decimals, grouped);
        }
        if (zeros > MOST_ZEROS) {
            return exact.round(new MathContext(digits, RoundingMode.HALF_UP))
                    .stripTrailingZeros()
                    .toString();
        }
        BigDecimal rounded = exact.setScale(Math.max(decimals, zeros + digits), RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return fixed(rounded, Math.max(decimals, rounded.scale()), grouped);
    }

    /** A number with all of its digits, as programs read it; infinity as cells show it. */
    static String exact(Number value) {
        return value instanceof Double d && d.isInfinite() ? TEXT.number(d) : plain(new BigDecimal(value.toString()));
    }

    private static String plain(BigDecimal exact) {
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    private static String fixed(BigDecimal exact, int decimals, boolean grouped) {
        BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
        String digits = rounded.abs().toPlainString();
        return (rounded.signum() < 0 ? "-" : "") + (grouped ? grouped(digits) : digits);
    }

    private static String grouped(String digits) {
        int end = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
        StringBuilder text = new StringBuilder(digits);
        for (int at = end - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
