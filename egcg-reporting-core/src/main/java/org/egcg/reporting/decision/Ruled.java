package org.egcg.reporting.decision;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.internal.json.Bson;

/**
 * What the rules said when a person decided.
 *
 * @param word what they would have recorded, such as {@code fail}; empty text if they said nothing
 * @param thresholds the version of the limits
 * @param rules one for each that applied; of a lane they stand with the first of its run elements
 */
public record Ruled(String word, String thresholds, List<RuleSaid> rules) {

    /** Nothing. */
    public static final Ruled SILENT = new Ruled("", "", List.of());

    public Ruled {
        rules = List.copyOf(rules);
    }

    /** Those that the thing failed by. */
    public List<RuleSaid> missed() {
        return rules.stream().filter(RuleSaid::missed).toList();
    }

    /** Appends it to a document, of which {@link #of} makes the same. */
    public void keepIn(BsonDocument kept) {
        kept.append("rules", new BsonString(word))
                .append("thresholds", new BsonString(thresholds))
                .append(
                        "metrics",
                        new BsonArray(rules.stream().map(RuleSaid::told).toList()));
    }

    /** What was kept in a document. */
    public static Ruled of(BsonDocument kept) {
        return new Ruled(
                Bson.text(kept, "rules"),
                Bson.text(kept, "thresholds"),
                Bson.documents(kept, "metrics").stream().map(RuleSaid::of).toList());
    }
}
