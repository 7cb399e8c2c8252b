package org.egcg.reporting.delivery;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.internal.json.Bson;

/**
 * How it stands with the samples of a project.
 *
 * @param version changes whenever one of the samples' documents does, or the limits do
 * @param thresholds the version of the limits that the samples were compared with
 * @param samples by their ids
 */
public record Delivery(String project, String version, String thresholds, List<DeliverySample> samples) {

    public Delivery {
        samples = List.copyOf(samples);
    }

    /** Those with which it stands so. */
    public List<DeliverySample> of(Readiness readiness) {
        return samples.stream()
                .filter(sample -> sample.readiness() == readiness)
                .toList();
    }

    /** All of it, as it is kept and as programs are told. */
    public BsonDocument told() {
        return new BsonDocument("project_id", new BsonString(project))
                .append("version", new BsonString(version))
                .append("thresholds", new BsonString(thresholds))
                .append(
                        "samples",
                        new BsonArray(samples.stream().map(DeliverySample::told).toList()));
    }

    static Delivery of(BsonDocument told) {
        return new Delivery(
                Bson.text(told, "project_id"),
                Bson.text(told, "version"),
                Bson.text(told, "thresholds"),
                Bson.documents(told, "samples").stream().map(DeliverySample::of).toList());
    }
}
