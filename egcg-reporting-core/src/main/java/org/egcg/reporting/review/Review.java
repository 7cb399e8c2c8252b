package org.egcg.reporting.review;

import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * A judged lane, run element, sample or rapid analysis, with everything that led to the verdict. Immutable.
 *
 * @param subject what was judged: {@code lanes}, {@code run_elements}, {@code samples} or {@code rapid_analysis}
 * @param id its id
 * @param thresholds the version of the thresholds it was judged by, see {@link Thresholds#version()}
 * @param findings one for each metric that has a limit here, by the metrics' code points
 */
public record Review(String subject, String id, String thresholds, List<Finding> findings, Verdict verdict) {

    public Review {
        findings = List.copyOf(findings);
    }

    Review with(Verdict other) {
        return new Review(subject, id, thresholds, findings, other);
    }

    /** What was found of a metric; empty if it has no limit here. */
    public Optional<Finding> of(String metric) {
        return findings.stream()
                .filter(finding -> finding.threshold().metric().equals(metric))
                .findFirst();
    }

    /** Whether a recorded word, such as {@code pass}, says something else than is found now; not if nothing can be said. */
    public boolean differsFrom(String recorded) {
        return List.of("pass", "fail", "genotype missing").contains(recorded)
                && !verdict.reviewed().isEmpty()
                && !recorded.equals(verdict.reviewed());
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
                .append("verdict", new BsonString(verdict.word()))
                .append(
                        "reasons",
                        new BsonArray(
                                verdict.reasons().stream().map(BsonString::new).toList()))
                .append("reviewed", new BsonString(verdict.reviewed()))
                .append("review_comments", new BsonString(verdict.comments()))
                .append("thresholds", new BsonString(thresholds))
                .append("metrics", metrics);
    }
}
