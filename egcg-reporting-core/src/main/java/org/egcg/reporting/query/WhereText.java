package org.egcg.reporting.query;

import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.schema.Schema;

/** Reads from texts which documents are asked for. */
public final class WhereText {

    private static final String NAME = "where:";

    /** How many characters a text may have. */
    static final int LONGEST = 256 * 1024;

    private WhereText() {}

    /**
     * Reads a {@code where} argument: a MongoDB filter in JSON such as {@code {"lane": {"$gt": 3}}}, or an expression
     * such as {@code lane > 3 and run_id == "run_1"}. An empty text asks for everything. A text that is compared with a
     * field is of that field's type: a moment where the field holds moments.
     *
     * @throws Malformed if it is neither, uses an operator that is not allowed, or names no date where there are dates
     */
    public static Where parse(Schema schema, String text) {
        return parse(text, OperandTypes.of(schema));
    }

    /** The same of documents whose schema is not known: a text may also be the moment or identifier that it spells. */
    public static Where parse(String text) {
        return parse(text, OperandTypes.unknown());
    }

    private static Where parse(String text, OperandTypes types) {
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw new Malformed("where: " + text.length() + " characters are too many, or one of them is NUL");
        }
        if (text.isEmpty()) {
            return Where.everything();
        }
        return json(text).map(new FilterGrammar(types)::where).orElseGet(() -> expression(text, types));
    }

    private static Where expression(String text, OperandTypes types) {
        try {
            return new ExpressionGrammar(text, types).where();
        } catch (Malformed noExpression) {
            throw noExpression.getMessage().startsWith(NAME)
                    ? noExpression
                    : noExpression.in(NAME.substring(0, NAME.length() - 1));
        }
    }

    /**
     * Reads a MongoDB filter.
     *
     * @throws Malformed as {@link #parse(Schema, String)}
     */
    public static Where of(Schema schema, BsonDocument filter) {
        return new FilterGrammar(OperandTypes.of(schema)).where(filter);
    }

    /** The same of documents whose schema is not known. */
    public static Where of(BsonDocument filter) {
        return new FilterGrammar(OperandTypes.unknown()).where(filter);
    }

    /** What begins as JSON does is no expression. */
    private static Optional<BsonValue> json(String text) {
        try {
            return Optional.of(JsonReader.read(text));
        } catch (Malformed noJson) {
            if (text.startsWith("{") || text.startsWith("[")) {
                throw new Malformed(
                        NAME + " " + noJson.getMessage() + "; expected an object such as {\"run_id\": \"r1\"}", noJson);
            }
            return Optional.empty();
        }
    }
}
