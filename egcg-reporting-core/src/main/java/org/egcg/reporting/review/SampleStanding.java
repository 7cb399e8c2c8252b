package org.egcg.reporting.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.egcg.reporting.decision.Decided;
import org.egcg.reporting.decision.Ruled;
import org.egcg.reporting.delivery.DeliverySample;
import org.egcg.reporting.delivery.Readiness;
import org.egcg.reporting.delivery.SampleDecision;
import org.egcg.reporting.internal.json.Bson;

/** Says of a sample's document how it stands with its delivery. */
final class SampleStanding {

    private static final String PIPELINE = "aggregated.most_recent_proc.pipeline_used";

    private final Reviews reviews;

    SampleStanding(Reviews reviews) {
        this.reviews = reviews;
    }

    /**
     * @param ruled its metrics against the limits
     * @param verdict what a person has decided, if its present verdict is a person's
     */
    DeliverySample of(BsonDocument sample, Ruled ruled, Optional<Decided> verdict) {
        Readiness readiness = readiness(sample);
        return new DeliverySample(
                Bson.text(sample, "sample_id"),
                Bson.text(sample, "user_sample_id"),
                readiness,
                readiness == Readiness.READY ? "" : lacks(sample, readiness),
                methods(sample),
                ruled,
                decisions(sample, verdict));
    }

    private Readiness readiness(BsonDocument sample) {
        String useable = Bson.text(sample, "useable");
        if (reviews.isControl(sample) || useable.equals("no")) {
            return Readiness.LEFT_OUT;
        }
        return useable.equals("yes") ? Readiness.READY : Readiness.LACKING;
    }

    private String lacks(BsonDocument sample, Readiness readiness) {
        if (readiness == Readiness.LEFT_OUT) {
            return reviews.isControl(sample) ? "a control" : because("not useable", sample, "useable_comments");
        }
        String processing = Bson.text(sample, "aggregated.most_recent_proc.status");
        boolean sequenced = !Bson.texts(sample, "aggregated.run_ids").isEmpty();
        String reviewed = Bson.optionalText(sample, "reviewed").orElse("not reviewed");
        return Stream.of(
                        sequenced ? "" : "not sequenced",
                        !sequenced || processing.equals("finished")
                                ? ""
                                : processing.isEmpty() ? "not processed" : "processing is " + processing,
                        switch (reviewed) {
                            case "pass" -> "";
                            case "fail" -> because(DeliverySample.FAILED, sample, "review_comments");
                            default -> reviewed;
                        },
                        "not marked as useable")
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String because(String what, BsonDocument sample, String field) {
        String comment = Bson.text(sample, field);
        return comment.isEmpty() ? what : what + " (" + comment + ")";
    }

    private Map<String, String> methods(BsonDocument sample) {
        Map<String, String> methods = new LinkedHashMap<>();
        put(methods, "Species", Bson.text(sample, "species_name"));
        put(methods, "Library", Bson.text(sample, "library_type"));
        put(methods, "Instruments", String.join(", ", reviews.instruments(sample)));
        put(methods, "Runs", String.join(", ", Bson.texts(sample, "aggregated.run_ids")));
        put(
                methods,
                "Pipeline",
                Stream.of("name", "toolset_type", "toolset_version")
                        .map(part -> Bson.written(sample, PIPELINE + "." + part))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")));
        put(methods, "Genome", Bson.text(sample, "aggregated.most_recent_proc.genome_used"));
        return methods;
    }

    private static void put(Map<String, String> methods, String name, String value) {
        if (!value.isEmpty()) {
            methods.put(name, value);
        }
    }

    private static List<SampleDecision> decisions(BsonDocument sample, Optional<Decided> verdict) {
        return Stream.of(
                        decision(
                                sample,
                                "reviewed",
                                "review_comments",
                                "review_date",
                                verdict.map(Decided::by).orElse("")),
                        decision(
                                sample,
                                "useable",
                                "useable_comments",
                                "useable_date",
                                Bson.text(sample, "useable_reviewer")))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<SampleDecision> decision(
            BsonDocument sample, String field, String comments, String date, String by) {
        String word = Bson.text(sample, field);
        return word.isEmpty() || word.startsWith("not ")
                ? Optional.empty()
                : Optional.of(new SampleDecision(
                        field + " " + word,
                        by,
                        sample.isDateTime(date) ? Optional.of(sample.getDateTime(date)) : Optional.empty(),
                        Bson.text(sample, comments)));
    }
}
