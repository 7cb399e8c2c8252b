package org.egcg.reporting.review;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** Those of a lane, a run element or a sample that are asked for. */
    static Circumstances of(
            BsonDocument document, Function<String, SequencedOn> runs, SampleKinds kinds, Set<Circumstance> asked) {
        Map<Circumstance, Set<String>> known = new EnumMap<>(Circumstance.class);
        for (Circumstance one : asked) {
            Set<String> said = said(one, document, runs, kinds);
            if (!said.isEmpty()) {
                known.put(one, said);
            }
        }
        return new Circumstances(known);
    }

    private static Set<String> said(
            Circumstance of, BsonDocument document, Function<String, SequencedOn> runs, SampleKinds kinds) {
        return switch (of) {
            case PROJECT -> texts(document, "project_id", PROJECTS);
            case KIND -> Set.of(kinds.of(document).isControl() ? "control" : "sample");
            case SPECIES -> texts(document.get("species_name"));
            case LIBRARY_TYPE -> texts(document.get("library_type"));
            case FLOW_CELL -> sequenced(document, run -> runs.apply(run).flowCell());
            case READS ->
                SequencingReads.of(document).stream().mapToObj(String::valueOf).collect(Collectors.toSet());
            case INSTRUMENT -> sequenced(document, run -> runs.apply(run).model());
        };
    }

    /** An id that the table does not know is kept as empty text: it fits no limit, and so neither does the whole. */
    private static Set<String> sequenced(BsonDocument document, Function<String, Optional<String>> said) {
        Set<String> texts = new TreeSet<>();
        for (String run : texts(document, "run_id", RUNS)) {
            texts.add(said.apply(run).orElse(""));
        }
        return texts;
    }

    /** Those of a field, or of another where the document does not have it. */
    private static Set<String> texts(BsonDocument document, String field, FieldPath other) {
        return texts(document.containsKey(field) ? document.get(field) : other.in(document));
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
        if (some.containsAll(known.keySet())) {
            return this;
        }
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
