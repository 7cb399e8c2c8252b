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
        return document.isNumber("lane_number")
                ? document.getNumber("lane_number").longValue()
                : 0;
    }
}
