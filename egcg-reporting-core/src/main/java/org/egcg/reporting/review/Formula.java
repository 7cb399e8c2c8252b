package org.egcg.reporting.review;

import java.util.Optional;
import java.util.OptionalDouble;
import org.bson.BsonDocument;
import org.bson.BsonNumber;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;

/**
 * How a number follows from the fields of a document: numbers, metrics (dotted paths), {@code + - * /} with the usual
 * precedence, signs and parentheses, in doubles. It is parsed once and only ever calculated with, never run as code.
 * Immutable.
 */
public sealed interface Formula {

    /** The longest text that {@link #parse} accepts. */
    int LONGEST = 1000;

    /** The deepest nesting of signs and parentheses that {@link #parse} accepts. */
    int DEEPEST = 100;

    /**
     * The number for this document. Empty if a metric is missing, null or no number, if something is divided by zero,
     * and if the result is beyond the range of doubles. Zero is a number like any other.
     */
    OptionalDouble value(BsonDocument document);

    /**
     * Reads a formula.
     *
     * @throws Malformed if the text is none, naming the position (counted from 1) and what is wrong there
     */
    static Written parse(String text) {
        return new Written(text.strip(), new FormulaParser(text).formula());
    }

    /** A formula together with the text that it was read from. */
    record Written(String text, Formula meaning) implements Formula {
        @Override
        public OptionalDouble value(BsonDocument document) {
            return meaning.value(document);
        }
    }

    /** A constant. */
    record Constant(double number) implements Formula {
        @Override
        public OptionalDouble value(BsonDocument document) {
            return OptionalDouble.of(number);
        }
    }

    /** The field under a dotted path. */
    record Metric(String path) implements Formula {
        @Override
        public OptionalDouble value(BsonDocument document) {
            return number(document)
                    .map(number -> OptionalDouble.of(number.doubleValue()))
                    .orElse(OptionalDouble.empty());
        }

        /** The field as it is stored; empty if it is missing, null or no number. */
        Optional<BsonNumber> number(BsonDocument document) {
            BsonValue value = document;
            for (String step : path.split("\\.")) {
                if (value == null || !value.isDocument()) {
                    return Optional.empty();
                }
                value = value.asDocument().get(step);
            }
            return value != null && value.isNumber() ? Optional.of(value.asNumber()) : Optional.empty();
        }
    }

    /** The number with its sign turned. */
    record Negated(Formula of) implements Formula {
        @Override
        public OptionalDouble value(BsonDocument document) {
            OptionalDouble value = of.value(document);
            return value.isEmpty() ? value : OptionalDouble.of(-value.getAsDouble());
        }
    }

    /** Two numbers calculated with. */
    record Combined(Formula left, Operator operator, Formula right) implements Formula {
        @Override
        public OptionalDouble value(BsonDocument document) {
            OptionalDouble x = left.value(document);
            OptionalDouble y = right.value(document);
            if (x.isEmpty() || y.isEmpty()) {
                return OptionalDouble.empty();
            }
            double result = operator.apply(x.getAsDouble(), y.getAsDouble());
            return Double.isFinite(result) ? OptionalDouble.of(result) : OptionalDouble.empty();
        }
    }

    /** The four operations. A quotient by zero is not finite, and so no value. */
    enum Operator {
        PLUS,
        MINUS,
        TIMES,
        DIVIDED_BY;

        double apply(double x, double y) {
            return switch (this) {
                case PLUS -> x + y;
                case MINUS -> x - y;
                case TIMES -> x * y;
                case DIVIDED_BY -> y == 0 ? Double.NaN : x / y;
            };
        }
    }
}
