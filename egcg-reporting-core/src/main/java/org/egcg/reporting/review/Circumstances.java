package org.egcg.reporting.review;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.aggregation.FieldPath;
import org.egcg.reporting.instrument.SequencedOn;
import org.egcg.reporting.sample.SampleKinds;

/**
 * What a document says of itself that limits may depend on; what it does not say is absent. A sample that was sequenced
 * on several models has all of them.
 */
public record Circumstances(Map<Circumstance, Set<String>> known) {

    private static final FieldPath RUNS = FieldPath.of("aggregated.run_ids");
    private static final FieldPath PROJECTS = FieldPath.of("aggregated.project_ids");

    public Circumstances {
        Map<Circumstance, Set<String>> copy = new EnumMap<>(Circumstance.class);
        copy.putAll(known);
        known = Collections.unmodifiableMap(copy);
    }

    /** Those of a lane, a run element or a sample. */
    static Circumstances of(BsonDocument document, Function<String, SequencedOn> runs, SampleKinds kinds) {
        Map<Circumstance, Set<String>> known = new EnumMap<>(Circumstance.class);
        for (String run : texts(document.containsKey("run_id") ? document.get("run_id") : RUNS.in(document))) {
            SequencedOn on = runs.apply(run);
            add(known, Circumstance.INSTRUMENT, on.model().orElse(""));
            add(known, Circumstance.FLOW_CELL, on.flowCell().orElse(""));
        }
        SequencingReads.of(document).ifPresent(reads -> add(known, Circumstance.READS, String.valueOf(reads)));
        texts(document.containsKey("project_id") ? document.get("project_id") : PROJECTS.in(document))
                .forEach(project -> add(known, Circumstance.PROJECT, project));
        texts(document.get("species_name")).forEach(species -> add(known, Circumstance.SPECIES, species));
        texts(document.get("library_type")).forEach(type -> add(known, Circumstance.LIBRARY_TYPE, type));
        add(known, Circumstance.KIND, kinds.of(document).isControl() ? "control" : "sample");
        return new Circumstances(known);
    }

    /** An id that the table does not know is kept as empty text: it fits no limit, and so neither does the whole. */
    private static void add(Map<Circumstance, Set<String>> known, Circumstance circumstance, String value) {
        known.merge(circumstance, Set.of(value), Circumstances::both);
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> both = new TreeSet<>(some);
        both.addAll(others);
        return both;
    }

    private static Set<String> texts(BsonValue value) {
        if (value != null && value.isString()) {
            return Set.of(value.asString().getValue());
        }
        Set<String> texts = new TreeSet<>();
        if (value != null && value.isArray()) {
            value.asArray().stream()
                    .filter(BsonValue::isString)
                    .forEach(text -> texts.add(text.asString().getValue()));
        }
        return texts;
    }

    /** What is said of some of them alone. */
    Circumstances only(Set<Circumstance> some) {
        Map<Circumstance, Set<String>> fewer = new EnumMap<>(Circumstance.class);
        known.forEach((circumstance, values) -> {
            if (some.contains(circumstance)) {
                fewer.put(circumstance, values);
            }
        });
        return new Circumstances(fewer);
    }

    /** All that is said of one of them; empty if nothing is. */
    Set<String> of(Circumstance circumstance) {
        return known.getOrDefault(circumstance, Set.of());
    }
}
