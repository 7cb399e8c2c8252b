package org.egcg.reporting.web.table;

import java.util.Locale;
import org.bson.BsonNumber;
import org.egcg.reporting.review.Finding;
import org.egcg.reporting.review.Standing;

/** Numbers with their units, as sentences and heads of pages have them: as many digits as a cell of a table. */
public final class Quantity {

    /** From so many days on a span is said in years. */
    public static final int YEAR = 365;

    private static final String PER_CENT = "%";
    private static final double DAYS_OF_A_YEAR = 365.25;

    private Quantity() {}

    /** What was measured; outside of its limit, with the digits that tell it from that. */
    public static String measured(Finding finding) {
        BsonNumber number = finding.value().asNumber();
        String unit = finding.threshold().unit();
        Kind kind = unit.equals(PER_CENT) ? Kind.PERCENTAGE : number.isDouble() ? Kind.FLOAT : Kind.INT;
        boolean outside = finding.standing() == Standing.FAIL || finding.standing() == Standing.WARN;
        return with(
                outside
                        ? kind.beside(
                                number.doubleValue(), finding.bound().asNumber().doubleValue())
                        : kind.text(number.doubleValue()),
                unit);
    }

    /** How many there are of something, such as {@code 12,000}. */
    public static String count(long number) {
        return Kind.INT.text((double) number);
    }

    /** Days in years, such as {@code 10.8}. */
    public static String years(long days) {
        return String.format(Locale.ROOT, "%.1f", days / DAYS_OF_A_YEAR);
    }

    /** The same with what is counted, such as {@code 12,000 samples}; the noun is given for one. */
    public static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** What a value has to reach or must not exceed. */
    public static String bound(double number, String unit) {
        return with(Kind.TEXT.text(number), unit);
    }

    /** The same for a column of numbers: with the digits that somebody has given the limit. */
    static String bound(double number, Kind kind) {
        return switch (kind) {
            case FLOAT -> Kind.TEXT.text(number);
            case PERCENTAGE -> bound(number, PER_CENT);
            default -> kind.text(number);
        };
    }

    /** A written number and its unit. Per cent and coverage stand at the number; of one thing the unit is singular. */
    public static String with(String number, String unit) {
        boolean close = unit.equals(PER_CENT) || unit.equals("X");
        String said = number.equals("1") ? unit.replaceFirst("(?<=[A-Z])s$", "") : unit;
        return unit.isEmpty() || number.endsWith(PER_CENT) ? number : number + (close ? "" : " ") + said;
    }
}
