package org.egcg.reporting.query;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.MomentText;
import org.egcg.reporting.query.Lexer.Kind;

/** One side of a comparison: a field's path, a value, or a list of values. */
final class Operand {

    private static final Set<String> KEYWORDS = Set.of(
            "and", "or", "not", "in", "is", "if", "else", "for", "while", "lambda", "None", "True", "False", "class",
            "def", "del", "from", "import", "pass", "return", "try", "with", "yield", "global", "raise", "assert");

    private final Lexer tokens;

    Operand(Lexer tokens) {
        this.tokens = tokens;
    }

    /** A name, or several with dots between. */
    String path() {
        StringBuilder path = new StringBuilder(name());
        while (tokens.skip(".")) {
            path.append('.').append(name());
        }
        return path.toString();
    }

    private String name() {
        if (tokens.current().kind() != Kind.NAME
                || KEYWORDS.contains(tokens.current().text())) {
            throw tokens.unexpected();
        }
        return tokens.next().text();
    }

    BsonArray list() {
        BsonArray values = new BsonArray();
        tokens.expect("[");
        while (!tokens.at("]")) {
            values.add(value());
            if (!tokens.skip(",")) {
                break;
            }
        }
        tokens.expect("]");
        return values;
    }

    /** A number, a text, a constant, an id, a date, or a bare name, which stands for itself. */
    BsonValue value() {
        return switch (tokens.current().kind()) {
            case NUMBER -> Literals.number(tokens.next().text(), false);
            case TEXT -> new BsonString(Literals.text(tokens.next().text()));
            case SIGN -> signed();
            case NAME -> named();
            case END -> throw tokens.unexpected();
        };
    }

    private BsonValue signed() {
        boolean negative = tokens.skip("-");
        if (!negative) {
            tokens.expect("+");
        }
        if (tokens.current().kind() != Kind.NUMBER) {
            throw tokens.unexpected();
        }
        return Literals.number(tokens.next().text(), negative);
    }

    private BsonValue named() {
        if (tokens.skip("None")) {
            return BsonNull.VALUE;
        }
        if (tokens.at("True") || tokens.at("False")) {
            return BsonBoolean.valueOf(tokens.next().text().equals("True"));
        }
        String name = path();
        if (!tokens.skip("(")) {
            return new BsonString(name);
        }
        return switch (name) {
            case "ObjectId" -> id();
            case "datetime" -> date();
            default -> throw tokens.unexpected();
        };
    }

    private BsonValue id() {
        String text = tokens.current().kind() == Kind.TEXT
                ? Literals.text(tokens.current().text())
                : "";
        if (!ObjectId.isValid(text)) {
            throw tokens.unexpected();
        }
        tokens.next();
        tokens.expect(")");
        return new BsonObjectId(new ObjectId(text));
    }

    /** A date of three to six numbers, or of a text. */
    private BsonValue date() {
        if (tokens.current().kind() == Kind.TEXT) {
            String text = Literals.text(tokens.next().text());
            tokens.expect(")");
            return MomentText.parse(text)
                    .orElseThrow(() -> new Malformed("where: datetime(\"" + text + "\") is no date; expected "
                            + MomentText.FORMS + ", or numbers: datetime(2019, 3, 5)"));
        }
        List<Integer> parts = new ArrayList<>();
        do {
            parts.add(part());
        } while (tokens.skip(","));
        tokens.expect(")");
        return date(parts);
    }

    private int part() {
        BsonValue number = tokens.current().kind() == Kind.NUMBER
                ? Literals.number(tokens.current().text(), false)
                : BsonNull.VALUE;
        if (!number.isInt64() || number.asInt64().getValue() > 9999) {
            throw tokens.unexpected();
        }
        tokens.next();
        return (int) number.asInt64().getValue();
    }

    private BsonDateTime date(List<Integer> parts) {
        if (parts.size() < 3 || parts.size() > 6 || parts.get(0) == 0) {
            throw tokens.unexpected();
        }
        while (parts.size() < 6) {
            parts.add(0);
        }
        try {
            LocalDateTime moment = LocalDateTime.of(
                    parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5));
            return new BsonDateTime(moment.toInstant(ZoneOffset.UTC).toEpochMilli());
        } catch (DateTimeException noSuchDay) {
            throw tokens.unexpected();
        }
    }
}
