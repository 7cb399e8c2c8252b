package org.egcg.reporting.query;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.egcg.reporting.error.ReportingException.Malformed;

/** The order that is asked for; without keys it is the order of insertion, and so is the order among equals. */
public record Sort(List<SortedField> keys) {

    public Sort {
        keys = List.copyOf(keys);
    }

    /** The order of insertion. */
    public static Sort none() {
        return new Sort(List.of());
    }

    /**
     * Reads a {@code sort} argument: {@code lane,-barcode} or {@code [("lane", 1), ("barcode", -1)]}.
     *
     * @throws Malformed if it is neither
     */
    public static Sort parse(String text) {
        if (text.length() > WhereText.LONGEST || text.indexOf('\0') >= 0) {
            throw new Malformed("sort: " + text.length() + " characters are too many, or one of them is NUL");
        }
        try {
            return text.isEmpty() ? none() : new Sort(new SortGrammar(text).keys());
        } catch (Malformed noOrder) {
            throw new Malformed(
                    "sort: " + noOrder.getMessage() + "; expected fields such as lane,-barcode or [(\"lane\", 1)]",
                    noOrder);
        }
    }

    /** The same as a MongoDB sort document; later mentions of a field replace the direction of earlier ones. */
    public BsonDocument order() {
        BsonDocument order = new BsonDocument();
        keys.stream()
                .filter(key -> Fields.shown(key.field()))
                .forEach(key -> order.put(key.field(), new BsonInt32(key.descending() ? -1 : 1)));
        return order;
    }
}
