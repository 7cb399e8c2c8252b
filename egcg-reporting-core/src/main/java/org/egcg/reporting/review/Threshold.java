package org.egcg.reporting.review;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.aggregation.FieldPath;
import org.egcg.reporting.aggregation.Formula;

/**
 * What one metric has to reach or must not exceed.
 *
 * @param metric dotted path into the judged document, or any label if the formula is another
 * @param name what comments call it
 * @param formula what the number follows from; empty if it is the one stored under the metric
 */
public record Threshold(String metric, String name, Comparison comparison, Limit limit, Optional<Formula> formula) {

    public Threshold {
        Objects.requireNonNull(comparison, metric);
        Objects.requireNonNull(limit, metric);
        Objects.requireNonNull(formula, metric);
        if (metric.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a threshold needs a metric and a name: '" + metric + "'");
        }
    }

    /** The threshold of a metric that is stored in the document. */
    public static Threshold on(String metric, String name, Comparison comparison, Limit limit) {
        return new Threshold(metric, name, comparison, limit, Optional.empty());
    }

    /** The same with another limit. */
    Threshold with(Limit other) {
        return new Threshold(metric, name, comparison, other, formula);
    }

    /** As the thresholds file has it under the metric. */
    BsonDocument entry() {
        BsonDocument entry = new BsonDocument("name", new BsonString(name));
        formula.ifPresent(written -> entry.append("formula", new BsonString(written.text())));
        if (limit instanceof Limit.Fixed fixed) {
            entry.append("value", fixed.number());
        }
        return entry.append("comparison", new BsonString(comparison.sign()));
    }

    /** The dotted paths of the fields that the number follows from. */
    Set<String> looksAt() {
        return formula.flatMap(Formula::reads).orElse(Set.of(metric));
    }

    /** What the document says of this metric: a number, or null if it says nothing. */
    BsonValue measured(BsonDocument document) {
        if (formula.isEmpty()) {
            BsonValue stored = FieldPath.of(metric).in(document);
            return stored.isNumber() ? stored : BsonNull.VALUE;
        }
        var value = formula.get().number(document);
        return value.isPresent() ? new BsonDouble(value.getAsDouble()) : BsonNull.VALUE;
    }
}
