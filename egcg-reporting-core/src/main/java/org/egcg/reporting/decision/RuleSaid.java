package org.egcg.reporting.decision;

import java.util.OptionalDouble;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonString;
import org.egcg.reporting.internal.json.Bson;

/**
 * What one rule said of a thing when a person decided on it.
 *
 * @param metric the dotted path of what it compares
 * @param name what people call that
 * @param value what was measured; empty if nothing was
 * @param sign {@code >} if the value has to be at least the limit, {@code <} if at most
 * @param limit empty if there was none
 * @param missed whether the thing failed by it
 */
public record RuleSaid(
        String metric, String name, OptionalDouble value, String sign, OptionalDouble limit, boolean missed) {

    /** Whether a value passes by a limit; one on the limit does. */
    boolean passes(double measured, double by) {
        return sign.equals("<") ? measured <= by : measured >= by;
    }

    BsonDocument told() {
        BsonDocument told = new BsonDocument("metric", new BsonString(metric))
                .append("name", new BsonString(name))
                .append("comparison", new BsonString(sign));
        value.ifPresent(number -> told.append("value", new BsonDouble(number)));
        limit.ifPresent(number -> told.append("threshold", new BsonDouble(number)));
        return told.append("missed", BsonBoolean.valueOf(missed));
    }

    static RuleSaid of(BsonDocument kept) {
        return new RuleSaid(
                Bson.text(kept, "metric"),
                Bson.text(kept, "name"),
                Bson.number(kept, "value"),
                Bson.text(kept, "comparison"),
                Bson.number(kept, "threshold"),
                kept.getBoolean("missed").getValue());
    }
}
