package org.egcg.reporting.review;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.review.Formula.Combined;
import org.egcg.reporting.review.Formula.Constant;
import org.egcg.reporting.review.Formula.Metric;
import org.egcg.reporting.review.Formula.Negated;
import org.egcg.reporting.review.Formula.Operator;

/** Reads one formula by recursive descent: a method per rule of the grammar. Length and depth are bounded. */
final class FormulaParser {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+");
    private static final Pattern METRIC = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_]+)*");
    private static final char END = '\0';

    private final String text;
    private int position;
    private int depth;

    FormulaParser(String text) {
        this.text = text;
    }

    Formula formula() {
        if (text.length() > Formula.LONGEST) {
            throw new Malformed("formula of " + text.length() + " characters: more than " + Formula.LONGEST);
        }
        Formula formula = sum();
        if (next() != END || position < text.length()) {
            throw wrong("an operator or the end is expected");
        }
        return formula;
    }

    private Formula sum() {
        Formula sum = product();
        while (true) {
            if (skip('+')) {
                sum = new Combined(sum, Operator.PLUS, product());
            } else if (skip('-')) {
                sum = new Combined(sum, Operator.MINUS, product());
            } else {
                return sum;
            }
        }
    }

    private Formula product() {
        Formula product = factor();
        while (true) {
            if (skip('*')) {
                product = new Combined(product, Operator.TIMES, factor());
            } else if (skip('/')) {
                product = new Combined(product, Operator.DIVIDED_BY, factor());
            } else {
                return product;
            }
        }
    }

    private Formula factor() {
        if (++depth > Formula.DEEPEST) {
            throw wrong("nested deeper than " + Formula.DEEPEST);
        }
        Formula factor = signedOrPlain();
        depth--;
        return factor;
    }

    private Formula signedOrPlain() {
        if (skip('+')) {
            return factor();
        }
        if (skip('-')) {
            return new Negated(factor());
        }
        return skip('(') ? closed(sum()) : operand();
    }

    private Formula closed(Formula inside) {
        if (!skip(')')) {
            throw wrong("a closing parenthesis is missing");
        }
        return inside;
    }

    private Formula operand() {
        next();
        Matcher number = at(NUMBER);
        if (number.lookingAt()) {
            position = number.end();
            return constant(number.group());
        }
        Matcher metric = at(METRIC);
        if (metric.lookingAt()) {
            position = metric.end();
            return new Metric(metric.group());
        }
        throw wrong("a number, a metric or a parenthesis is expected");
    }

    private Formula constant(String digits) {
        double number = Double.parseDouble(digits);
        if (!Double.isFinite(number)) {
            throw wrong("a number beyond the range of doubles");
        }
        return new Constant(number);
    }

    private Matcher at(Pattern pattern) {
        return pattern.matcher(text).region(position, text.length());
    }

    private boolean skip(char expected) {
        if (next() != expected) {
            return false;
        }
        position++;
        return true;
    }

    private char next() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return position < text.length() ? text.charAt(position) : END;
    }

    private Malformed wrong(String reason) {
        return new Malformed("formula '" + text + "', position " + (position + 1) + ": " + reason);
    }
}
