package org.egcg.reporting.review;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.clarity.ClarityAccount;
import org.egcg.reporting.decision.Decision;
import org.egcg.reporting.delivery.SignedDelivery;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.TooLarge;
import org.egcg.reporting.error.ReportingException.Unsupported;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** What a user wants to be done. */
public sealed interface ActionRequest {

    /** The {@code action_type}. */
    String type();

    /**
     * Judge every lane of a run, and note the verdicts on its run elements.
     *
     * @param override also over what people have decided
     */
    record RunReview(Optional<String> runId, boolean override) implements ActionRequest {
        @Override
        public String type() {
            return "automatic_run_review";
        }
    }

    /**
     * Judge a sample.
     *
     * @param override also over what a person has decided
     */
    record SampleReview(Optional<String> sampleId, boolean override) implements ActionRequest {
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

    /** Write what a person has decided. */
    record ManualReview(Decision decision) implements ActionRequest {
        @Override
        public String type() {
            return "manual_review";
        }
    }

    /**
     * Take back what an earlier action has written.
     *
     * @param actionId of that action
     */
    record Undo(String actionId) implements ActionRequest {
        @Override
        public String type() {
            return "undo";
        }
    }

    /**
     * Sign for the samples of a project that are ready to be delivered.
     *
     * @param version what was looked at, see {@link org.egcg.reporting.delivery.Delivery#version()}; empty text to sign
     *     whatever is there
     * @param comment why, where samples are not ready
     */
    record SignOff(String project, String version, String comment) implements ActionRequest {

        private static final int LETTERS = 10_000;

        public SignOff {
            comment = comment.strip();
            if (project.isEmpty()) {
                throw new Malformed("project_id: is missing");
            }
            if (comment.length() > LETTERS) {
                throw new TooLarge("comment: at most " + LETTERS + " letters");
            }
        }

        @Override
        public String type() {
            return SignedDelivery.ACTION;
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
            case "automatic_run_review" -> new RunReview(Bson.optionalText(fields, "run_id"), override(fields));
            case "automatic_sample_review" ->
                new SampleReview(Bson.optionalText(fields, "sample_id"), override(fields));
            case "automatic_rapid_review" ->
                new RapidReview(Bson.optionalText(fields, "sample_id")
                        .orElseThrow(() -> new Malformed("sample_id is missing")));
            case "manual_review" -> new ManualReview(DecisionFields.of(fields));
            case "undo" ->
                new Undo(Bson.optionalText(fields, "action_id")
                        .orElseThrow(() -> new Malformed("action_id: is missing")));
            case SignedDelivery.ACTION ->
                new SignOff(
                        Bson.text(fields, "project_id"), Bson.text(fields, "version"), Bson.text(fields, "comment"));
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

    private static boolean override(BsonDocument fields) {
        BsonValue override = fields.getOrDefault("override", BsonBoolean.FALSE);
        if (override.isBoolean()) {
            return override.asBoolean().getValue();
        }
        return override.isString() && override.asString().getValue().equalsIgnoreCase("true");
    }

    private static LimsReview limsReview(ReviewStep step, BsonDocument fields) {
        ClarityAccount account = new ClarityAccount(
                Bson.optionalText(fields, "username").orElse(""),
                Bson.optionalText(fields, "password").orElse(""));
        return new LimsReview(step, FormLists.texts(fields, "review_entities", "a list of sample ids"), account);
    }
}
