package org.egcg.reporting.aggregation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bson.BsonBoolean;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.aggregation.FormulaFunctions.FormulaFunction;
import org.egcg.reporting.aggregation.FormulaFunctions.OfMembers;
import org.egcg.reporting.aggregation.FormulaFunctions.OfValues;

/** Reads one formula by recursive descent: a method per rule of the grammar. Depth is bounded. For one thread, once. */
final class FormulaParser {

    private static final Pattern NUMBER = Pattern.compile("(?:[0-9][0-9_]*(?:\\.[0-9]*)?|\\.[0-9]+)(?![A-Za-z_])");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_]+)*");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final int LONGEST_WHOLE_NUMBER = 18;

    private static final Map<String, BsonValue> CONSTANTS =
            Map.of("null", BsonNull.VALUE, "true", BsonBoolean.TRUE, "false", BsonBoolean.FALSE);
    private static final Set<String> WORDS = Set.of("and", "or", "not", "in", "where");

    /** Longer signs first, as {@code <=} begins with {@code <}. */
    private static final List<Map.Entry<String, IntPredicate>> ORDERS = List.of(
            Map.entry("<=", order -> order <= 0),
            Map.entry(">=", order -> order >= 0),
            Map.entry("<", order -> order < 0),
            Map.entry(">", order -> order > 0));

    private final FormulaText text;
    private final FormulaFunctions functions;
    private final int deepest;
    private int depth;

    FormulaParser(String text, FormulaFunctions functions, int deepest) {
        this.text = new FormulaText(text);
        this.functions = functions;
        this.deepest = deepest;
    }

    Expression formula() {
        Expression formula = alternatives();
        if (!text.atEnd()) {
            throw text.wrong("an operator or the end is expected");
        }
        return formula;
    }

    private Expression alternatives() {
        List<Expression> any = joined("or", () -> joinedOrOne("and", this::negation));
        return any.size() == 1 ? any.get(0) : LogicalExpressions.any(any);
    }

    private Expression joinedOrOne(String word, Supplier<Expression> member) {
        List<Expression> all = joined(word, member);
        return all.size() == 1 ? all.get(0) : LogicalExpressions.all(all);
    }

    private List<Expression> joined(String word, Supplier<Expression> member) {
        List<Expression> members = new ArrayList<>();
        do {
            members.add(member.get());
        } while (text.skipWord(word));
        return members;
    }

    private Expression negation() {
        return text.skipWord("not") ? LogicalExpressions.not(deeper(this::negation)) : comparison();
    }

    private Expression comparison() {
        Expression left = sum();
        if (text.skip("==")) {
            return LogicalExpressions.equal(left, sum());
        }
        if (text.skip("!=")) {
            return LogicalExpressions.not(LogicalExpressions.equal(left, sum()));
        }
        for (Map.Entry<String, IntPredicate> order : ORDERS) {
            if (text.skip(order.getKey())) {
                return LogicalExpressions.ordered(left, sum(), order.getValue());
            }
        }
        return membership(left);
    }

    private Expression membership(Expression left) {
        if (text.skipWord("in")) {
            return LogicalExpressions.among(left, constants());
        }
        if (text.skipWord("not")) {
            if (!text.skipWord("in")) {
                throw text.wrong("'in' is expected after 'not'");
            }
            return LogicalExpressions.not(LogicalExpressions.among(left, constants()));
        }
        return left;
    }

    private List<BsonValue> constants() {
        if (!text.skip("[")) {
            throw text.wrong("a list such as [\"pass\", \"fail\"] is expected");
        }
        List<BsonValue> constants = new ArrayList<>();
        do {
            constants.add(constant().orElseThrow(() -> text.wrong("a number or a text in quotes is expected")));
        } while (text.skip(","));
        if (!text.skip("]")) {
            throw text.wrong("',' or ']' is expected");
        }
        return constants;
    }

    /** Terms of a sum are added in one go, as rounding depends on it. */
    private Expression sum() {
        List<Expression> terms = new ArrayList<>(List.of(product()));
        while (true) {
            if (text.skip("+")) {
                terms.add(product());
            } else if (text.skip("-")) {
                terms = new ArrayList<>(List.of(Expressions.subtract(added(terms), product())));
            } else {
                return added(terms);
            }
        }
    }

    private static Expression added(List<Expression> terms) {
        return terms.size() == 1 ? terms.get(0) : Expressions.add(terms.toArray(Expression[]::new));
    }

    private Expression product() {
        Expression product = factor();
        while (true) {
            if (text.skip("*")) {
                product = Expressions.multiply(product, factor());
            } else if (text.skip("/")) {
                product = Expressions.divide(product, factor());
            } else {
                return product;
            }
        }
    }

    private Expression factor() {
        return deeper(this::signedOrPlain);
    }

    private Expression deeper(Supplier<Expression> inside) {
        if (++depth > deepest) {
            throw text.wrong("nested deeper than " + deepest);
        }
        Expression expression = inside.get();
        depth--;
        return expression;
    }

    private Expression signedOrPlain() {
        if (text.skip("+")) {
            return factor();
        }
        if (text.skip("-")) {
            return Expressions.subtract(Expressions.constant(0), factor());
        }
        return text.skip("(") ? closed(alternatives()) : operand();
    }

    private Expression closed(Expression inside) {
        if (!text.skip(")")) {
            throw text.wrong("a closing parenthesis is missing");
        }
        return inside;
    }

    private Expression operand() {
        Optional<BsonValue> constant = constant();
        if (constant.isPresent()) {
            return Expressions.constant(constant.get());
        }
        int start = text.position();
        String name = text.take(FIELD)
                .filter(word -> !WORDS.contains(word))
                .orElseThrow(() -> text.wrong(
                        start, "a number, a text in quotes, a field, a function or a parenthesis is expected"));
        return text.skip("(") ? closed(call(name, start)) : Expressions.value(name);
    }

    private Optional<BsonValue> constant() {
        Optional<BsonValue> quoted =
                text.take(TEXT).map(quotes -> new BsonString(quotes.substring(1, quotes.length() - 1)));
        return quoted.or(() -> text.take(NUMBER).map(this::number)).or(this::namedConstant);
    }

    private Optional<BsonValue> namedConstant() {
        return CONSTANTS.keySet().stream()
                .filter(text::skipWord)
                .map(CONSTANTS::get)
                .findFirst();
    }

    private BsonValue number(String written) {
        String digits = written.replace("_", "");
        if (digits.length() <= LONGEST_WHOLE_NUMBER && !digits.contains(".")) {
            return new BsonInt64(Long.parseLong(digits));
        }
        double number = Double.parseDouble(digits);
        if (!Double.isFinite(number)) {
            throw text.wrong("a number beyond the range of doubles");
        }
        return new BsonDouble(number);
    }

    private Expression call(String name, int start) {
        FormulaFunction function = functions
                .named(name)
                .orElseThrow(() ->
                        text.wrong(start, "no function is called '" + name + "', only these: " + functions.names()));
        if (function instanceof OfMembers ofMembers) {
            return ofMembers.expression().apply(members(ofMembers));
        }
        OfValues ofValues = (OfValues) function;
        List<Expression> values = arguments();
        if (values.size() < ofValues.least() || values.size() > ofValues.most()) {
            throw text.wrong(start, "it is called as " + ofValues.signature() + ", not with " + values.size());
        }
        return ofValues.expression().apply(values);
    }

    private List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        do {
            arguments.add(alternatives());
        } while (text.skip(","));
        return arguments;
    }

    private Each members(OfMembers function) {
        int start = text.position();
        String path = text.take(FIELD)
                .filter(word -> !WORDS.contains(word))
                .orElseThrow(() -> text.wrong(start, "it is called as " + function.signature()));
        if (function.whole() && path.contains(".")) {
            throw text.wrong(start, "it is called as " + function.signature() + ", without a field of the members");
        }
        Each each = Each.each(path);
        return text.skipWord("where") ? each.among(alternatives()) : each;
    }
}
