package org.egcg.reporting.query;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Reads both spellings of an order. */
final class SortGrammar {

    private final Lexer tokens;
    private final Operand operand;

    SortGrammar(String text) {
        this.tokens = new Lexer(text);
        this.operand = new Operand(tokens);
    }

    List<SortedField> keys() {
        List<SortedField> keys = tokens.skip("None") ? List.of() : tokens.skip("[") ? pairs() : names();
        tokens.expectEnd();
        return keys;
    }

    private List<SortedField> names() {
        List<SortedField> keys = new ArrayList<>();
        do {
            boolean descending = tokens.skip("-");
            keys.add(new SortedField(operand.path(), descending));
        } while (tokens.skip(","));
        return keys;
    }

    private List<SortedField> pairs() {
        List<SortedField> keys = new ArrayList<>();
        while (!tokens.at("]")) {
            keys.add(pair());
            if (!tokens.skip(",")) {
                break;
            }
        }
        tokens.expect("]");
        return keys;
    }

    private SortedField pair() {
        boolean round = tokens.skip("(");
        if (!round) {
            tokens.expect("[");
        }
        String field = field();
        tokens.expect(",");
        boolean descending = descending();
        tokens.skip(",");
        tokens.expect(round ? ")" : "]");
        return new SortedField(field, descending);
    }

    private String field() {
        if (operand.value() instanceof BsonString text && !text.getValue().startsWith("$")) {
            return text.getValue();
        }
        throw tokens.unexpected();
    }

    private boolean descending() {
        BsonValue direction = operand.value();
        if (direction.equals(new BsonInt64(1)) || direction.equals(new BsonInt64(-1))) {
            return direction.asInt64().getValue() < 0;
        }
        throw tokens.unexpected();
    }
}
