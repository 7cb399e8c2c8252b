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
    FLOAT("float", 2, 3),
    PERCENTAGE("percentage", 1, 2),
    RATIO_PERCENTAGE("ratio_percentage", 1, 2),
    DATE("date"),
    DATETIME("datetime"),
    STATE("state"),
    /** A word of a program, written as a person writes it: {@code library_queue} as {@code Library queue}. */
    WORDS("words");

    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_UP);
    private static final int MOST_ZEROS = 6;

    private final String spelling;
    private final int usual;
    private final int digits;

    Kind(String spelling) {
        this(spelling, 0, 0);
    }

    /**
     * Numbers with decimals.
     *
     * @param usual so many
     * @param digits how many of those behind its zeros a number below one shows
     */
    Kind(String spelling, int usual, int digits) {
        this.spelling = spelling;
        this.usual = usual;
        this.digits = digits;
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
        return text(value, 0);
    }

    /**
     * The same of a number with more decimals than it needs by itself.
     *
     * @param decimals so many at least; nothing at all is 0 all the same
     */
    public String text(CellValue value, int decimals) {
        if (value instanceof CellValue.Numeric numeric) {
            return number(numeric.number(), decimals);
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
        return number(number, 0);
    }

    /** A number that does not keep to a limit, with the digits that tell it from that: 69.96 is not 70.0 beside 70. */
    public String beside(double number, double limit) {
        return number(number, decimals(number, limit));
    }

    /** What a cell lists as it shows it, with commas between; empty text for an empty cell. */
    public String joined(CellValue value) {
        return joined(value, 0);
    }

    /** The same, each number with so many decimals at least. */
    String joined(CellValue value, int decimals) {
        return String.join(
                ", ", value.items().stream().map(item -> text(item, decimals)).toList());
    }

    /** How many decimals numbers of this kind have that need no more. */
    int usual() {
        return usual;
    }

    /** How many decimals a value needs; 0 for what is no number, or has none. */
    public int decimals(CellValue value) {
        return value instanceof CellValue.Numeric numeric
                        && Double.isFinite(numeric.number().doubleValue())
                ? needed(scaled(numeric.number()))
                : 0;
    }

    /** How many digits stand before the point; below one, how many zeros behind it, as a negative number. */
    int magnitude(CellValue value) {
        if (value instanceof CellValue.Numeric numeric
                && Double.isFinite(numeric.number().doubleValue())) {
            BigDecimal exact = scaled(numeric.number());
            return exact.signum() == 0 ? 0 : exact.precision() - exact.scale();
        }
        return 0;
    }

    /** How many a number needs to read as on that side of a limit on which it is. */
    public int decimals(double number, double limit) {
        if (!Double.isFinite(number) || !Double.isFinite(limit)) {
            return 0;
        }
        BigDecimal exact = scaled(number);
        return BesideLimit.decimals(exact, scaled(limit), needed(exact));
    }

    private BigDecimal scaled(Number value) {
        BigDecimal exact = new BigDecimal(value.toString());
        return this == RATIO_PERCENTAGE ? exact.movePointRight(2) : exact;
    }

    private String number(Number value, int decimals) {
        if (value instanceof Double d && d.isInfinite()) {
            return d > 0 ? "∞" : "-∞";
        }
        BigDecimal exact = scaled(value);
        return switch (this) {
            case INT -> fixed(exact, decimals, true);
            case FLOAT -> significant(exact, decimals, true);
            case PERCENTAGE, RATIO_PERCENTAGE -> significant(exact, decimals, false) + "%";
            default -> plain(value instanceof Double ? exact.round(SIX_DIGITS) : exact);
        };
    }

    private String significant(BigDecimal exact, int decimals, boolean grouped) {
        if (exact.signum() == 0) {
            return "0";
        }
        if (exact.scale() - exact.precision() > MOST_ZEROS) {
            return exact.round(new MathContext(digits, RoundingMode.HALF_UP))
                    .stripTrailingZeros()
                    .toString();
        }
        return fixed(exact, Math.max(decimals, needed(exact)), grouped);
    }

    /** The usual decimals, and below one as many more as show the first digits that are not zero. */
    private int needed(BigDecimal exact) {
        int zeros = exact.scale() - exact.precision();
        if (exact.signum() == 0 || zeros < 0 || zeros > MOST_ZEROS) {
            return usual;
        }
        BigDecimal rounded = exact.setScale(Math.max(usual, zeros + digits), RoundingMode.HALF_UP);
        return Math.max(usual, rounded.stripTrailingZeros().scale());
    }

    /** A number with all of its digits, as programs read it; infinity as cells show it. */
    static String exact(Number value) {
        return value instanceof Double d && d.isInfinite()
                ? TEXT.number(d, 0)
                : plain(new BigDecimal(value.toString()));
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
