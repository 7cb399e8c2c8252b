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

    List<Sort.Key> keys() {
        List<Sort.Key> keys = tokens.skip("None") ? List.of() : tokens.skip("[") ? pairs() : names();
        tokens.expectEnd();
        return keys;
    }

    private List<Sort.Key> names() {
        List<Sort.Key> keys = new ArrayList<>();
        do {
            boolean descending = tokens.skip("-");
            keys.add(new Sort.Key(operand.path(), descending));
        } while (tokens.skip(","));
        return keys;
    }

    private List<Sort.Key> pairs() {
        List<Sort.Key> keys = new ArrayList<>();
        while (!tokens.at("]")) {
            keys.add(pair());
            if (!tokens.skip(",")) {
                break;
            }
        }
        tokens.expect("]");
        return keys;
    }

    private Sort.Key pair() {
        boolean round = tokens.skip("(");
        if (!round) {
            tokens.expect("[");
        }
        String field = field();
        tokens.expect(",");
        boolean descending = descending();
        tokens.skip(",");
        tokens.expect(round ? ")" : "]");
        return new Sort.Key(field, descending);
    }

    private String field() {
        if (operand.value("") instanceof BsonString text && !text.getValue().startsWith("$")) {
            return text.getValue();
        }
        throw tokens.unexpected();
    }

    private boolean descending() {
        BsonValue direction = operand.value("");
        if (direction.equals(new BsonInt64(1)) || direction.equals(new BsonInt64(-1))) {
            return direction.asInt64().getValue() < 0;
        }
        throw tokens.unexpected();
    }
}
