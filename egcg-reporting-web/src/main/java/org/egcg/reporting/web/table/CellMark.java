package org.egcg.reporting.web.table;

import java.util.Optional;
import java.util.OptionalDouble;
import org.bson.BsonValue;
import org.egcg.reporting.review.Comparison;
import org.egcg.reporting.review.Finding;
import org.egcg.reporting.review.Limit;
import org.egcg.reporting.review.Standing;
import org.egcg.reporting.review.Threshold;

/**
 * How a value is marked that does not keep to its limit.
 *
 * @param side {@code low}, {@code high}, {@code missing} for a value that is needed and not there, or {@code impossible} for
 *     one that cannot be
 * @param warning whether it passes all the same
 * @param bound the limit in words, and {@code limit} as a number; none if no value could be on its other side
 * @param source where the limit comes from, in words
 * @param metric the metric whose limits the page of limits shows; empty text if the column has a limit of its own
 */
public record CellMark(String side, boolean warning, String bound, OptionalDouble limit, String source, String metric) {

    private static final String IMPOSSIBLE = "impossible";

    /** What a review says of a value; empty if it passes or is not compared. */
    static Optional<CellMark> of(Finding finding, String subject, Kind kind) {
        boolean missing = finding.standing() == Standing.NO_VALUE && !finding.passes();
        if (!missing && finding.standing() != Standing.FAIL && finding.standing() != Standing.WARN) {
            return Optional.empty();
        }
        boolean least = finding.threshold().comparison() == Comparison.AT_LEAST;
        String when = finding.threshold().when().words();
        return Optional.of(new CellMark(
                missing ? lack(finding) : least ? "low" : "high",
                finding.standing() == Standing.WARN,
                (least ? "at least " : "at most ") + number(finding.bound(), kind),
                missing || !finding.bound().isNumber()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(finding.bound().asNumber().doubleValue()),
                when.isEmpty() ? "limit of all " + subject : "limit for " + when,
                subject + ":" + finding.threshold().metric()));
    }

    /** The same of a warning where the whole fails by that metric. */
    CellMark failing() {
        return warning
                ? new CellMark(side, false, bound, limit, source + "; its lane fails by this metric", metric)
                : this;
    }

    private static String lack(Finding finding) {
        return finding.value().isNumber() ? IMPOSSIBLE : "missing";
    }

    /** A limit that the column itself has. */
    static CellMark of(ColumnLimit.Crossed crossed, Kind kind) {
        boolean below = crossed.side() == ColumnLimit.Side.BELOW;
        return new CellMark(
                below ? "low" : "high",
                false,
                (below ? "at least " : "at most ") + Quantity.bound(crossed.bound(), kind),
                OptionalDouble.of(crossed.bound()),
                crossed.field().map(field -> field + " of the row").orElse("the same for all rows"),
                "");
    }

    /** How many decimals a value of the cell needs at most to be told from the limit. */
    int decimals(Kind kind, CellValue value) {
        return limit.isEmpty()
                ? 0
                : value.items().stream()
                        .filter(CellValue.Numeric.class::isInstance)
                        .mapToInt(item -> kind.decimals(item.measure().orElseThrow(), limit.getAsDouble()))
                        .max()
                        .orElse(0);
    }

    private static String number(BsonValue bound, Kind kind) {
        return bound.isNumber() ? Quantity.bound(bound.asNumber().doubleValue(), kind) : "?";
    }

    /** The limit of a finding in words, such as {@code at least 75%}; empty text if there is no number. */
    static String words(Finding finding, Kind kind) {
        boolean least = finding.threshold().comparison() == Comparison.AT_LEAST;
        return finding.threshold().limit() instanceof Limit.Ordered
                        || !finding.bound().isNumber()
                ? ""
                : (least ? "at least " : "at most ") + number(finding.bound(), kind);
    }

    /** The same of a limit for which nothing was measured yet. */
    static String words(Threshold threshold, Kind kind, String unit) {
        String side = threshold.comparison() == Comparison.AT_LEAST ? "at least " : "at most ";
        if (threshold.limit() instanceof Limit.Ordered ordered) {
            return side + "the " + ordered.what() + " that was ordered";
        }
        String warning = threshold
                .warning()
                .map(number -> side + Quantity.with(number(number, kind), unit) + " without a warning")
                .orElse("");
        return threshold.limit() instanceof Limit.Fixed fixed
                ? side + Quantity.with(number(fixed.number(), kind), unit) + (warning.isEmpty() ? "" : ", " + warning)
                : warning;
    }

    /** Its style: the side, and whether it only warns. */
    public String style() {
        return warning ? side + " warn" : side.equals(IMPOSSIBLE) ? "missing" : side;
    }

    /** The sign before the value, told without colours. */
    public String sign() {
        return side.equals("low") ? "▼" : side.equals("high") ? "▲" : "?";
    }

    /** After the value, for those who hear it. */
    public String spoken() {
        return switch (side) {
            case "low" -> ", below its limit";
            case "high" -> ", above its limit";
            case IMPOSSIBLE -> ", which cannot be";
            default -> "no value, although one is needed";
        };
    }

    /** The whole sentence about a value. */
    String reason(String name, String value, String unit) {
        String measured = Quantity.with(value, unit);
        String verb =
                switch (side) {
                    case "low" -> " is below ";
                    case "high" -> " is above ";
                    default -> "";
                };
        String sentence = verb.isEmpty()
                ? name + (side.equals(IMPOSSIBLE) ? " " + measured + " cannot be" : " has no value")
                : name + " " + measured + verb + Quantity.with(bound.replaceFirst("at (least|most) ", ""), unit);
        return sentence + (warning ? " (warning)" : "") + "\nLimit: " + Quantity.with(bound, unit) + ", " + source;
    }

    /** Where the limit is explained; empty text if it is the column's own. */
    public String href() {
        return metric.isEmpty() ? "" : "/limits#" + metric.replace(' ', '_');
    }
}
