package org.egcg.reporting.review;

import org.bson.BsonDocument;

/**
 * A review, and the document that it is about.
 *
 * @param document as it was read to be judged, so before anything was written into it
 */
public record Judged(Review review, BsonDocument document) {

    /** The number of a lane; 0 if the document has none. */
    long lane() {
        return number(document, "lane_number");
    }

    static long number(BsonDocument document, String field) {
        return document.isNumber(field) ? document.getNumber(field).longValue() : 0;
    }

    static String text(BsonDocument document, String field) {
        return document.isString(field) ? document.getString(field).getValue() : "";
    }
}
