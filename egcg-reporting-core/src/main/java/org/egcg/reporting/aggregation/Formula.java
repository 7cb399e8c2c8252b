package org.egcg.reporting.aggregation;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;

/**
 * An expression together with the text that it was read from, such as {@code percentage(q30_bases_r1, bases_r1)}. The
 * grammar is closed: numbers, texts in quotes, {@code null true false}, fields (dotted paths), {@code + - * /}, {@code
 * == != < <= > >=}, {@code in not in}, {@code not and or}, parentheses, and {@link FormulaFunctions}. It is read once
 * and only ever computed with, never run as code. Two of the same text are equal. Immutable.
 */
public record Formula(String text, Expression expression) implements Expression {

    /** The longest text that {@link #parse} accepts. */
    public static final int LONGEST = 1000;

    /** The deepest nesting of signs, calls and parentheses that {@link #parse} accepts. */
    public static final int DEEPEST = 100;

    public Formula {
        Objects.requireNonNull(text);
        Objects.requireNonNull(expression);
    }

    /**
     * Reads a formula that needs no yields on offer.
     *
     * @throws Malformed if the text is none, naming the position (counted from 1) and what is expected there
     */
    public static Formula parse(String text) {
        return parse(text, FormulaFunctions.general());
    }

    /** The same with these functions. */
    static Formula parse(String text, FormulaFunctions functions) {
        if (text.length() > LONGEST) {
            throw new Malformed("formula of " + text.length() + " characters: more than " + LONGEST);
        }
        return new Formula(text.strip(), new FormulaParser(text, functions, DEEPEST).formula());
    }

    @Override
    public BsonValue of(BsonDocument entity) {
        return expression.of(entity);
    }

    @Override
    public BsonValue otherwise() {
        return expression.otherwise();
    }

    @Override
    public Optional<Set<String>> reads() {
        return expression.reads();
    }

    @Override
    public Expression bare() {
        return expression.bare();
    }

    /**
     * The number for this document. Empty if a field is missing, null or no number, if something is divided by zero,
     * and if the result is no number or beyond the range of doubles. Zero is a number like any other.
     */
    public OptionalDouble number(BsonDocument document) {
        try {
            BsonValue value = expression.of(document);
            double number = value.isNumber() ? value.asNumber().doubleValue() : Double.NaN;
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (Unanswerable noNumbers) {
            return OptionalDouble.empty();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formula formula && formula.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
