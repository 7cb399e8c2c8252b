package org.egcg.reporting.web.page;

import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.egcg.reporting.review.Comparison;
import org.egcg.reporting.review.Limit;
import org.egcg.reporting.review.Threshold;

/** What a chart's script is told: title, axes, facts, limits, and what is to be drawn. */
final class ChartData {

    private final BsonDocument document = new BsonDocument();
    private final BsonArray facts = new BsonArray();
    private final BsonArray notes = new BsonArray();
    private final BsonArray limits = new BsonArray();

    ChartData(String title) {
        text("title", title);
        document.append("facts", facts).append("notes", notes).append("limits", limits);
    }

    ChartData text(String name, String value) {
        document.append(name, new BsonString(value));
        return this;
    }

    ChartData with(BsonDocument more) {
        document.putAll(more);
        return this;
    }

    ChartData axes(String x, String y, String legend) {
        return text("x", x).text("y", y).text("legend", legend);
    }

    /** How many things are drawn. */
    void count(int things) {
        document.append("count", new BsonInt32(things));
    }

    void fact(String sentence) {
        facts.add(new BsonString(sentence));
    }

    /** A sentence about something that was left out, if anything was. */
    void note(long things, String sentence) {
        if (things > 0) {
            notes.add(new BsonString(sentence));
        }
    }

    void limits(Optional<Threshold> threshold) {
        threshold.ifPresent(found -> {
            if (found.limit() instanceof Limit.Fixed fixed) {
                boolean least = found.comparison() == Comparison.AT_LEAST;
                limits.add(new BsonDocument("value", fixed.number())
                        .append("least", BsonBoolean.valueOf(least))
                        .append(
                                "label",
                                new BsonString("review: " + (least ? "at least " : "at most ") + number(fixed))));
            }
        });
    }

    private static String number(Limit.Fixed fixed) {
        return new java.math.BigDecimal(String.valueOf(fixed.number().doubleValue()))
                .stripTrailingZeros()
                .toPlainString();
    }

    BsonDocument document() {
        return document;
    }

    /** A number of things, in words. */
    static String many(long things, String noun) {
        return "%,d %s%s".formatted(things, noun, things == 1 ? "" : "s");
    }
}
