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
    private int depth;

    ExpressionGrammar(String text) {
        this.tokens = new Lexer(text);
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
        String field = Fields.searchable(path);
        if (tokens.skip("==")) {
            return new Where.Equal(field, Values.converted(operand.value(path)));
        }
        if (tokens.skip("in")) {
            return meets(field, "$in", operand.list(path));
        }
        if (tokens.skip("not")) {
            tokens.expect("in");
            return meets(field, "$nin", operand.list(path));
        }
        String operator = COMPARISONS.get(tokens.current().text());
        if (operator == null) {
            throw tokens.unexpected();
        }
        tokens.next();
        return meets(field, operator, operand.value(path));
    }

    private static Where meets(String field, String operator, BsonValue value) {
        return new Where.Meets(field, Operators.converted(new BsonDocument(operator, value)));
    }
}
