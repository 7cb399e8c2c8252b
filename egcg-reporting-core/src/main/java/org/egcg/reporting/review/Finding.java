package org.egcg.reporting.review;

import org.bson.BsonDocument;
import org.bson.BsonNumber;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonWriter;

/**
 * One metric against its threshold.
 *
 * @param value what was measured; BSON's null if nothing was, and then the metric fails
 */
public record Finding(Threshold threshold, BsonValue value) {

    public Finding {
        if (!(threshold.limit() instanceof Limit.Fixed)) {
            throw new IllegalArgumentException(threshold.metric() + ": nobody said what the sample requires");
        }
        if (!value.isNull() && !value.isNumber()) {
            throw new IllegalArgumentException(threshold.metric() + ": not a number: " + value.getBsonType());
        }
    }

    /** Whether there is a value, and it is on the good side of the threshold. */
    public boolean passes() {
        return value.isNumber()
                && threshold.comparison().passes(value.asNumber().doubleValue(), limit().doubleValue());
    }

    private BsonNumber limit() {
        return ((Limit.Fixed) threshold.limit()).number();
    }

    /** As a comment says it: {@code PC Q30 < 75}. */
    String missed() {
        return threshold.name() + " " + threshold.comparison().failure() + " " + JsonWriter.text(limit());
    }

    /** Everything about it, as explanations show it. */
    BsonDocument document() {
        BsonDocument document = new BsonDocument("metric", new BsonString(threshold.metric()))
                .append("name", new BsonString(threshold.name()))
                .append("value", value)
                .append("comparison", new BsonString(threshold.comparison().sign()))
                .append("threshold", limit())
                .append("verdict", new BsonString(passes() ? "pass" : "fail"));
        threshold.formula().ifPresent(formula -> document.append("formula", new BsonString(formula.text())));
        return document;
    }
}
