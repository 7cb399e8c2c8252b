package org.egcg.reporting.query;

import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.JsonReader;

/** Reads what is asked for from texts. */
public final class Query {

    /** How many characters a text may have. */
    static final int LONGEST = 256 * 1024;

    private Query() {}

    /**
     * Reads a {@code where} argument: a MongoDB filter in JSON such as {@code {"lane": {"$gt": 3}}}, or an expression
     * such as {@code lane > 3 and run_id == "run_1"}. An empty text asks for everything.
     *
     * @throws Malformed if it is neither, or uses an operator that is not allowed
     */
    public static Where where(String text) {
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw new Malformed("where: " + text.length() + " characters are too many, or one of them is NUL");
        }
        if (text.isEmpty()) {
            return Where.everything();
        }
        return json(text).map(FilterGrammar::where).orElseGet(() -> new ExpressionGrammar(text).where());
    }

    /**
     * Reads a MongoDB filter.
     *
     * @throws Malformed if it uses an operator that is not allowed
     */
    public static Where where(BsonDocument filter) {
        return FilterGrammar.where(filter);
    }

    private static Optional<BsonValue> json(String text) {
        try {
            return Optional.of(JsonReader.read(text));
        } catch (Malformed noJson) {
            return Optional.empty();
        }
    }
}
