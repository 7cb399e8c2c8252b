package org.egcg.reporting.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.egcg.reporting.internal.json.Bson;

/** Judges documents by thresholds. It reads nothing but what it is given, and writes nothing. Safe for threads. */
public final class Reviews {

    private static final String HUMAN = "Homo sapiens";
    private static final String GENOTYPE = "genotype_validation";
    private static final List<String> GENOTYPE_METRICS =
            List.of(GENOTYPE + ".mismatching_snps", GENOTYPE + ".no_call_seq");

    private final Thresholds thresholds;

    public Reviews(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** A lane, by its aggregated fields. */
    public Review lane(BsonDocument lane) {
        return review(
                "lanes", Bson.text(lane, "lane_id"), findings(thresholds.lane().values(), lane));
    }

    /** The rapid analysis of a sample. */
    public Review rapid(BsonDocument sample) {
        return review(
                "rapid_analysis",
                Bson.text(sample, "sample_id"),
                findings(thresholds.rapid().values(), sample));
    }

    /** A sample, by the thresholds of its species and by what was ordered. */
    public Review sample(BsonDocument sample, Requirements required) {
        Map<String, Threshold> applied = thresholds.sample(Bson.text(sample, "species_name"), required);
        boolean genotyped = !sample.getOrDefault(GENOTYPE, BsonNull.VALUE).isNull();
        if (!genotyped) {
            applied.keySet().removeAll(GENOTYPE_METRICS);
        }
        List<Finding> findings = findings(applied.values(), sample);
        Review review = review("samples", Bson.text(sample, "sample_id"), findings);
        return !genotyped && HUMAN.equals(Bson.text(sample, "species_name"))
                ? new Review(
                        review.subject(), review.id(), review.thresholds(), findings, new Verdict.GenotypeMissing())
                : review;
    }

    private Review review(String subject, String id, List<Finding> findings) {
        return new Review(subject, id, thresholds.version(), findings, Verdict.on(findings));
    }

    private static List<Finding> findings(Collection<Threshold> thresholds, BsonDocument document) {
        return thresholds.stream()
                .map(threshold -> new Finding(threshold, threshold.measured(document)))
                .toList();
    }
}
