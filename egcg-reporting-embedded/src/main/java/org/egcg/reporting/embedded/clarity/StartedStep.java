package org.egcg.reporting.embedded.clarity;

import java.util.Comparator;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonString;

/** A step that was started. */
record StartedStep(String id, String configuration, String name, List<In> inputs) {

    /** An artifact that went in, with what the caller said of replicates. */
    record In(String artifact, String replicates) {}

    BsonArray sortedInputs() {
        BsonArray sorted = new BsonArray();
        inputs.stream()
                .sorted(Comparator.comparing(In::artifact).thenComparing(In::replicates))
                .forEach(input -> sorted.add(
                        new BsonArray(List.of(new BsonString(input.artifact()), new BsonString(input.replicates())))));
        return sorted;
    }
}
