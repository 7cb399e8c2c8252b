package org.egcg.reporting.review;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonNull;
import org.bson.BsonNumber;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.aggregation.FieldPath;
import org.egcg.reporting.aggregation.Formula;

/**
 * What one metric has to reach or must not exceed, and for what.
 *
 * @param metric dotted path into the judged document, or any label if the formula is another
 * @param name what comments call it
 * @param title what pages call it: the heading of the metric's column, where it has one
 * @param unit such as {@code Gb}; empty text for none
 * @param formula what the number follows from; empty if it is the one stored under the metric
 * @param limit beyond what it fails
 * @param warning beyond what it is only marked; never beyond the limit
 * @param optional whether it may be missing
 * @param when for what it holds
 */
public record Threshold(
        String metric,
        String name,
        String title,
        String unit,
        Optional<Formula> formula,
        Comparison comparison,
        Limit limit,
        Optional<BsonNumber> warning,
        boolean optional,
        When when) {

    public Threshold {
        Objects.requireNonNull(comparison, metric);
        Objects.requireNonNull(limit, metric);
        Objects.requireNonNull(formula, metric);
        Objects.requireNonNull(warning, metric);
        Objects.requireNonNull(when, metric);
        if (metric.isBlank() || name.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("a threshold needs a metric and a name: '" + metric + "'");
        }
    }

    /** The same with another limit. */
    Threshold with(Limit other) {
        return new Threshold(metric, name, title, unit, formula, comparison, other, warning, optional, when);
    }

    /** The same with other numbers. */
    public Threshold with(Limit other, Optional<BsonNumber> warns) {
        return new Threshold(metric, name, title, unit, formula, comparison, other, warns, optional, when);
    }

    /** The same for something else. */
    Threshold when(When other) {
        return new Threshold(metric, name, title, unit, formula, comparison, limit, warning, optional, other);
    }

    /** Whether what fails is reached before what warns, so that it never warns. */
    public boolean warnsBeyondFailing() {
        return limit instanceof Limit.Fixed fixed
                && warning.filter(number -> !comparison.passes(
                                number.doubleValue(), fixed.number().doubleValue()))
                        .isPresent();
    }

    /** Whether it compares anything. */
    public boolean compares() {
        return !(limit instanceof Limit.None) || warning.isPresent();
    }

    /** As the thresholds file has it, without what all limits of the metric have in common. */
    BsonDocument entry() {
        BsonDocument entry = new BsonDocument();
        if (limit instanceof Limit.Fixed fixed) {
            entry.append("value", fixed.number());
        } else if (limit instanceof Limit.Ordered ordered) {
            entry.append("ordered", new BsonString(ordered.what()));
        } else if (!compares()) {
            entry.append("applies", BsonBoolean.FALSE);
        }
        warning.ifPresent(number -> entry.append("warn", number));
        if (optional) {
            entry.append("optional", BsonBoolean.TRUE);
        }
        return entry;
    }

    /** The dotted paths of the fields that the number follows from. */
    public Set<String> looksAt() {
        return formula.flatMap(Formula::reads).orElse(Set.of(metric));
    }

    /** Tells what a document says of this metric: a number, or BSON's null if it says nothing. */
    Function<BsonDocument, BsonValue> measuring() {
        return formula.map(Threshold::computed).orElseGet(() -> stored(FieldPath.of(metric)));
    }

    private static Function<BsonDocument, BsonValue> computed(Formula formula) {
        return document -> {
            OptionalDouble number = formula.number(document);
            return number.isPresent() ? new BsonDouble(number.getAsDouble()) : BsonNull.VALUE;
        };
    }

    private static Function<BsonDocument, BsonValue> stored(FieldPath path) {
        return document -> {
            BsonValue value = path.in(document);
            return value.isNumber() ? value : BsonNull.VALUE;
        };
    }
}
