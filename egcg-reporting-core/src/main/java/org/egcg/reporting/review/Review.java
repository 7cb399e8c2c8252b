package org.egcg.reporting.review;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * A judged lane, sample or rapid analysis, with everything that led to the verdict. Immutable.
 *
 * @param subject what was judged: {@code lanes}, {@code samples} or {@code rapid_analysis}
 * @param id its lane or sample id
 * @param thresholds the version of the thresholds it was judged by, see {@link Thresholds#version()}
 * @param findings one for each metric, by the metrics' code points
 */
public record Review(String subject, String id, String thresholds, List<Finding> findings, Verdict verdict) {

    public Review {
        findings = List.copyOf(findings);
    }

    /** The fields that a review writes: verdict, comment and date. */
    BsonDocument summary(BsonDateTime now) {
        return new BsonDocument("reviewed", new BsonString(verdict.reviewed()))
                .append("review_comments", new BsonString(verdict.comments()))
                .append("review_date", now);
    }

    /** The explanation: verdict, and per metric value, comparison, threshold and verdict. */
    public BsonDocument explanation() {
        BsonArray metrics = new BsonArray();
        findings.forEach(finding -> metrics.add(finding.document()));
        return new BsonDocument("resource", new BsonString(subject))
                .append("id", new BsonString(id))
                .append("reviewed", new BsonString(verdict.reviewed()))
                .append("review_comments", new BsonString(verdict.comments()))
                .append("thresholds", new BsonString(thresholds))
                .append("metrics", metrics);
    }
}
