package org.egcg.reporting.web.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.internal.json.Bson;

/** Plates that several questions to the LIMS each answered a part of. */
public final class Plates {

    private Plates() {}

    /** One document per plate, with the samples of all; what counts them is counted anew. */
    public static List<BsonDocument> united(List<BsonDocument> parts) {
        Map<BsonValue, BsonDocument> plates = new LinkedHashMap<>();
        for (BsonDocument part : parts) {
            plates.merge(part.get("id", new BsonString("")), part, Plates::both);
        }
        return List.copyOf(plates.values());
    }

    private static BsonDocument both(BsonDocument one, BsonDocument other) {
        BsonArray samples = new BsonArray();
        samples.addAll(one.getArray("samples", new BsonArray()));
        other.getArray("samples", new BsonArray()).stream()
                .filter(sample -> !samples.contains(sample))
                .forEach(samples::add);
        BsonDocument both = Bson.copy(one);
        long passed = samples.stream()
                .filter(sample ->
                        sample.asDocument().get("qc_flag", new BsonString("")).equals(new BsonString("PASSED")))
                .count();
        return both.append("samples", samples)
                .append("nsamples", new BsonInt32(samples.size()))
                .append("pc_qc_flag_pass", new BsonDouble(samples.isEmpty() ? 0 : 100.0 * passed / samples.size()))
                .append("project_ids", projects(samples));
    }

    private static BsonArray projects(BsonArray samples) {
        TreeSet<String> projects = new TreeSet<>();
        samples.stream()
                .map(sample -> sample.asDocument().get("project_id"))
                .filter(project -> project != null && project.isString())
                .forEach(project -> projects.add(project.asString().getValue()));
        return new BsonArray(projects.stream().map(BsonString::new).toList());
    }
}
