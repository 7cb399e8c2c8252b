package org.egcg.reporting.review;

import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonNumber;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.consistency.ImpossibleNumbers;
import org.egcg.reporting.json.JsonWriter;

/**
 * One metric against its threshold. A number that cannot be, such as a percentage of 200, is as good as none.
 *
 * @param value what was measured; BSON's null if nothing was
 */
public record Finding(Threshold threshold, BsonValue value, Standing standing) {

    public Finding {
        if (!value.isNull() && !value.isNumber()) {
            throw new IllegalArgumentException(threshold.metric() + ": not a number: " + value.getBsonType());
        }
    }

    /**
     * What a document's value comes to.
     *
     * @param applies whether the document can have such a value at all
     */
    static Finding of(Threshold threshold, BsonValue value, boolean applies) {
        if (!applies || !threshold.compares() || threshold.limit() instanceof Limit.Ordered) {
            return new Finding(threshold, value, Standing.DOES_NOT_APPLY);
        }
        return new Finding(threshold, value, standing(threshold, value));
    }

    private static Standing standing(Threshold threshold, BsonValue value) {
        if (!value.isNumber()
                || ImpossibleNumbers.isImpossible(
                        threshold.metric(), value.asNumber().doubleValue())) {
            return Standing.NO_VALUE;
        }
        double measured = value.asNumber().doubleValue();
        if (threshold.limit() instanceof Limit.Fixed fixed && !passes(threshold, measured, fixed.number())) {
            return Standing.FAIL;
        }
        return threshold
                        .warning()
                        .filter(number -> !passes(threshold, measured, number))
                        .isPresent()
                ? Standing.WARN
                : Standing.PASS;
    }

    private static boolean passes(Threshold threshold, double measured, BsonNumber number) {
        return threshold.comparison().passes(measured, number.doubleValue());
    }

    /** Whether the whole passes as far as this is concerned. */
    public boolean passes() {
        return switch (standing) {
            case PASS, WARN, DOES_NOT_APPLY -> true;
            case NO_VALUE -> threshold.optional() || threshold.limit() instanceof Limit.None;
            case FAIL -> false;
        };
    }

    /** The number on whose wrong side the value is, or that it is compared with first. */
    public BsonValue bound() {
        if (threshold.limit() instanceof Limit.Fixed fixed && standing != Standing.WARN) {
            return fixed.number();
        }
        return threshold.warning().map(BsonValue.class::cast).orElse(BsonNull.VALUE);
    }

    /**
     * As a comment says it: {@code PC Q30 < 75}; of a missing value {@code no value for PC Q30}, and of 200 per cent
     * {@code no possible value for PC Q30}.
     */
    public String reason() {
        return reason(threshold.name());
    }

    /** The same as a page says it, by the metric's title. */
    public String said() {
        return reason(threshold.title());
    }

    private String reason(String name) {
        return standing == Standing.NO_VALUE
                ? (value.isNumber() ? "no possible value for " : "no value for ") + name
                : name + " " + threshold.comparison().failure() + " " + JsonWriter.text(bound());
    }

    /** Everything about it, as explanations show it. */
    BsonDocument document() {
        BsonDocument document = new BsonDocument("metric", new BsonString(threshold.metric()))
                .append("name", new BsonString(threshold.name()))
                .append("value", value)
                .append("comparison", new BsonString(threshold.comparison().sign()))
                .append(
                        "threshold",
                        threshold.limit() instanceof Limit.Fixed fixed ? (BsonValue) fixed.number() : BsonNull.VALUE)
                .append("verdict", new BsonString(standing.word()));
        threshold.warning().ifPresent(number -> document.append("warn", number));
        threshold.formula().ifPresent(formula -> document.append("formula", new BsonString(formula.text())));
        if (!threshold.unit().isEmpty()) {
            document.append("unit", new BsonString(threshold.unit()));
        }
        if (!threshold.when().words().isEmpty()) {
            document.append("when", new BsonString(threshold.when().words()));
        }
        return document;
    }
}
