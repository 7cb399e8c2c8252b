package org.egcg.reporting.review;

import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * What one metric has to reach or must not exceed.
 *
 * @param metric dotted path into the judged document, or any label if the formula is another
 * @param name what comments call it
 * @param formula where the number comes from; a plain metric is the formula of its own path
 */
public record Threshold(String metric, String name, Comparison comparison, Limit limit, Formula formula) {

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
        return new Threshold(metric, name, comparison, limit, new Formula.Metric(metric));
    }

    /** The same with another limit. */
    Threshold with(Limit other) {
        return new Threshold(metric, name, comparison, other, formula);
    }

    /** As the thresholds file has it under the metric. */
    BsonDocument entry() {
        BsonDocument entry = new BsonDocument("name", new BsonString(name));
        if (formula instanceof Formula.Written written) {
            entry.append("formula", new BsonString(written.text()));
        }
        if (limit instanceof Limit.Fixed fixed) {
            entry.append("value", fixed.number());
        }
        return entry.append("comparison", new BsonString(comparison.sign()));
    }

    /** What the document says of this metric: a number, or null if it says nothing. */
    Finding find(BsonDocument document) {
        return new Finding(this, measured(document));
    }

    private BsonValue measured(BsonDocument document) {
        if (formula instanceof Formula.Metric stored) {
            return stored.number(document).<BsonValue>map(number -> number).orElse(BsonNull.VALUE);
        }
        var value = formula.value(document);
        return value.isPresent() ? new BsonDouble(value.getAsDouble()) : BsonNull.VALUE;
    }
}
