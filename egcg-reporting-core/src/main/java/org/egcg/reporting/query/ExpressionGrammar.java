package org.egcg.reporting.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Reads expressions such as {@code lane >= 3 and (run_id == "run_1" or run_id in ["run_2"])}: a field on the left of
 * each comparison, a value on its right, joined by {@code and}, {@code or}, {@code not} and parentheses. Nothing is
 * evaluated.
 */
final class ExpressionGrammar {

    private static final int DEEPEST = 100;

    private static final Map<String, String> COMPARISONS =
            Map.of("!=", "$ne", ">", "$gt", ">=", "$gte", "<", "$lt", "<=", "$lte");

    private final Lexer tokens;
    private final TypedOperators operators;
    private int depth;

    /** @param types of the fields of the documents */
    ExpressionGrammar(String text, OperandTypes types) {
        this.tokens = new Lexer(text);
        this.operators = new TypedOperators(types, (below, condition) -> condition);
    }

    /** The whole text; pipelines have always been refused one that is nothing but a negation. */
    Where where() {
        Where where = any();
        tokens.expectEnd();
        if (where instanceof Where.None) {
            throw tokens.unexpected();
        }
        return where;
    }

    private Where any() {
        return joined("or", this::all, Where.Any::new);
    }

    private Where all() {
        return joined("and", this::negation, Where.All::new);
    }

    private Where joined(String word, Supplier<Where> member, Function<List<Where>, Where> join) {
        List<Where> members = new ArrayList<>();
        do {
            members.add(member.get());
        } while (tokens.skip(word));
        return members.size() == 1 ? members.get(0) : join.apply(members);
    }

    private Where negation() {
        return tokens.skip("not") ? new Where.None(List.of(deeper(this::negation))) : group();
    }

    private Where group() {
        if (!tokens.skip("(")) {
            return comparison();
        }
        Where inside = deeper(this::any);
        tokens.expect(")");
        return inside;
    }

    private Where deeper(Supplier<Where> inside) {
        if (++depth > DEEPEST) {
            throw tokens.unexpected();
        }
        Where where = inside.get();
        depth--;
        return where;
    }

    private Where comparison() {
        Operand operand = new Operand(tokens);
        String path = operand.path();
        if (tokens.skip("==")) {
            return operators.equal(path, operand.value());
        }
        if (tokens.skip("in")) {
            return meets(path, "$in", operand.list());
        }
        if (tokens.skip("not")) {
            tokens.expect("in");
            return meets(path, "$nin", operand.list());
        }
        String operator = COMPARISONS.get(tokens.current().text());
        if (operator == null) {
            throw tokens.unexpected();
        }
        tokens.next();
        return meets(path, operator, operand.value());
    }

    private Where meets(String path, String operator, BsonValue value) {
        return operators.meets(path, new BsonDocument(operator, value));
    }
}
