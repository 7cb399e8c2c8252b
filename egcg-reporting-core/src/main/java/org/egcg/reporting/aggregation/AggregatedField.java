package org.egcg.reporting.aggregation;

import java.util.Objects;

/**
 * One aggregated field of a relation: a metric, or a list of what was found.
 *
 * @param name its dotted name below {@code aggregated}
 * @param meaning one sentence for readers; empty if nothing is said
 * @param unit such as {@code %} or {@code Gb}; empty if nothing is said
 * @param expression what it is made of
 */
public record AggregatedField(String name, String meaning, String unit, Expression expression) {

    public AggregatedField {
        Objects.requireNonNull(meaning, name);
        Objects.requireNonNull(unit, name);
        Objects.requireNonNull(expression, name);
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z0-9_]+)*")) {
            throw new IllegalArgumentException("no field of documents can be called '" + name + "'");
        }
    }

    /** A field of which nothing is said yet. */
    public static AggregatedField field(String name, Expression expression) {
        return new AggregatedField(name, "", "", expression);
    }

    /** The same with a sentence for readers. */
    public AggregatedField meaning(String sentence) {
        return new AggregatedField(name, sentence, unit, expression);
    }

    /** The same with a unit. */
    public AggregatedField in(String newUnit) {
        return new AggregatedField(name, meaning, newUnit, expression);
    }

    FieldPath path() {
        return FieldPath.of(name);
    }
}
