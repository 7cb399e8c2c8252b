package org.egcg.reporting.review;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.clarity.ClarityAccount;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.Unsupported;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** What a user wants to be done. */
public sealed interface ActionRequest {

    /** The {@code action_type}. */
    String type();

    /** Judge every lane of a run, and note the verdicts on its run elements. */
    record RunReview(Optional<String> runId) implements ActionRequest {
        @Override
        public String type() {
            return "automatic_run_review";
        }
    }

    /** Judge a sample. */
    record SampleReview(Optional<String> sampleId) implements ActionRequest {
        @Override
        public String type() {
            return "automatic_sample_review";
        }
    }

    /** Judge the rapid analysis of a sample. */
    record RapidReview(String sampleId) implements ActionRequest {
        @Override
        public String type() {
            return "automatic_rapid_review";
        }
    }

    /** Start a step of the LIMS in which people review samples. */
    record LimsReview(ReviewStep step, List<String> samples, ClarityAccount account) implements ActionRequest {
        public LimsReview {
            samples = List.copyOf(samples);
            if (samples.isEmpty()) {
                throw new Malformed("review_entities: no sample to review");
            }
            if (new HashSet<>(samples).size() < samples.size()) {
                throw new Malformed("review_entities: a sample is named twice");
            }
        }

        @Override
        public String type() {
            return step.type();
        }
    }

    /**
     * Reads the fields of a request. {@code review_entities} may be a list, or its JSON text as forms send it.
     *
     * @throws Unsupported if there is no such action
     * @throws Malformed if what the action needs is missing or no use
     */
    static ActionRequest of(BsonDocument fields) {
        String type = type(fields.get("action_type"));
        return switch (type) {
            case "automatic_run_review" -> new RunReview(Bson.optionalText(fields, "run_id"));
            case "automatic_sample_review" -> new SampleReview(Bson.optionalText(fields, "sample_id"));
            case "automatic_rapid_review" ->
                new RapidReview(Bson.optionalText(fields, "sample_id")
                        .orElseThrow(() -> new Malformed("sample_id is missing")));
            case "run_review" -> limsReview(ReviewStep.RUN_REVIEW, fields);
            case "sample_review" -> limsReview(ReviewStep.SAMPLE_REVIEW, fields);
            default -> throw new Unsupported("Unknown action type " + type);
        };
    }

    private static String type(@Nullable BsonValue type) {
        if (type == null || type.isNull()) {
            return "None";
        }
        return type.isString() ? type.asString().getValue() : JsonWriter.text(type);
    }

    private static LimsReview limsReview(ReviewStep step, BsonDocument fields) {
        ClarityAccount account = new ClarityAccount(
                Bson.optionalText(fields, "username").orElse(""),
                Bson.optionalText(fields, "password").orElse(""));
        return new LimsReview(step, samples(fields.get("review_entities")), account);
    }

    private static List<String> samples(@Nullable BsonValue entities) {
        BsonValue list = entities != null && entities.isString()
                ? parsed(entities.asString().getValue())
                : entities;
        if (!(list instanceof BsonArray samples) || !samples.stream().allMatch(BsonValue::isString)) {
            throw new Malformed("review_entities: must be a list of sample ids");
        }
        return samples.stream().map(sample -> sample.asString().getValue()).toList();
    }

    private static BsonValue parsed(String json) {
        try {
            return JsonReader.read(json);
        } catch (Malformed noJson) {
            throw new Malformed("review_entities: must be a list of sample ids", noJson);
        }
    }
}
