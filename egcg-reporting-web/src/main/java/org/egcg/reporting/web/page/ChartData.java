package org.egcg.reporting.web.page;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.egcg.reporting.web.table.Quantity;

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

    void limits(BsonArray lines) {
        limits.addAll(lines);
    }

    BsonDocument document() {
        return document;
    }

    /** A number of things, in words. */
    static String many(long things, String noun) {
        return Quantity.count(things, noun);
    }
}
