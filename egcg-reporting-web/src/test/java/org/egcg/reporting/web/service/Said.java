package org.egcg.reporting.web.service;

import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.web.service.PageTable.Cell;

/** What is said of a lane, a run element or a sample: its verdict, and why. */
record Said(String verdict, String reasons) {

    /** As reviews and explanations say it. */
    static Said of(BsonDocument review) {
        List<String> reasons = review.getArray("reasons").stream()
                .map(reason -> reason.asString().getValue())
                .toList();
        return new Said(review.getString("verdict").getValue(), String.join(", ", reasons));
    }

    /** The same of many, by their ids. */
    static void all(List<BsonValue> reviews, Map<String, Said> into) {
        reviews.forEach(one -> into.put(one.asDocument().getString("id").getValue(), of(one.asDocument())));
    }

    /** As the cells of a row show it. */
    static Said of(Map<String, Cell> row) {
        String reasons = row.get("verdict_reasons").text();
        return new Said(row.get("verdict").text(), reasons.equals("–") ? "" : reasons);
    }

    /** As the cells of an export have it, by the names of their columns. */
    static Said exported(Map<String, String> row) {
        return new Said(row.get("Verdict now"), row.get("Why"));
    }
}
