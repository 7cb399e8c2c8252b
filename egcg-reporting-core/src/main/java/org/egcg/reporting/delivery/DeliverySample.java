package org.egcg.reporting.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.decision.Ruled;
import org.egcg.reporting.internal.json.Bson;

/**
 * A sample of a project.
 *
 * @param id its sample id
 * @param name what the customer calls it; empty text if that is not known
 * @param lacks what it lacks, or why it is left out; empty text of one that is ready
 * @param methods how it was made, by what each is called, such as {@code Species}; what is not known is not in it
 * @param ruled its metrics against the limits
 */
public record DeliverySample(
        String id,
        String name,
        Readiness readiness,
        String lacks,
        Map<String, String> methods,
        Ruled ruled,
        List<SampleDecision> decisions) {

    /** What one lacks, among other things, whose review has failed. */
    public static final String FAILED = "failed its review";

    public DeliverySample {
        methods = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(methods));
        decisions = List.copyOf(decisions);
    }

    /** Whether it is not ready since its review has failed. */
    public boolean hasFailed() {
        return readiness == Readiness.LACKING && lacks.contains(FAILED);
    }

    BsonDocument told() {
        BsonDocument made = new BsonDocument();
        methods.forEach((name, value) -> made.append(name, new BsonString(value)));
        BsonDocument told = new BsonDocument("sample_id", new BsonString(id))
                .append("user_sample_id", new BsonString(name))
                .append("readiness", new BsonString(readiness.word()))
                .append("lacks", new BsonString(lacks))
                .append("methods", made);
        ruled.keepIn(told);
        return told.append(
                "decisions",
                new BsonArray(decisions.stream().map(SampleDecision::told).toList()));
    }

    static DeliverySample of(BsonDocument told) {
        Map<String, String> methods = new LinkedHashMap<>();
        told.getDocument("methods")
                .forEach((name, value) -> methods.put(name, value.asString().getValue()));
        return new DeliverySample(
                Bson.text(told, "sample_id"),
                Bson.text(told, "user_sample_id"),
                Readiness.named(Bson.text(told, "readiness")),
                Bson.text(told, "lacks"),
                methods,
                Ruled.of(told),
                Bson.documents(told, "decisions").stream()
                        .map(SampleDecision::of)
                        .toList());
    }
}
