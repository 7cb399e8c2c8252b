package org.egcg.reporting.aggregation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In which order the fields of a relation are computed: as they are listed, but what a field reads under {@code
 * aggregated} before it. Fields that do not need each other are computed together, in one stage. For one thread, once.
 */
final class FieldOrder {

    private static final FieldPath AGGREGATED = FieldPath.of("aggregated");

    private final List<AggregatedField> fields;
    private final Set<AggregatedField> ordered = new LinkedHashSet<>();
    private final Set<AggregatedField> waiting = new LinkedHashSet<>();

    private FieldOrder(List<AggregatedField> fields) {
        this.fields = fields;
    }

    /**
     * The fields, stage by stage.
     *
     * @throws IllegalArgumentException if two have one name, one lies inside another, one reads what none computes, or
     *     one needs itself
     */
    static List<List<AggregatedField>> stages(List<AggregatedField> fields) {
        checkNames(fields);
        FieldOrder order = new FieldOrder(fields);
        fields.forEach(order::place);
        return cut(List.copyOf(order.ordered));
    }

    private static void checkNames(List<AggregatedField> fields) {
        Map<FieldPath, AggregatedField> byPath = new HashMap<>();
        for (AggregatedField field : fields) {
            if (byPath.put(field.path(), field) != null) {
                throw new IllegalArgumentException(field.name() + " is computed twice");
            }
        }
        for (AggregatedField field : fields) {
            for (FieldPath above = field.path().parent(); !above.isEmpty(); above = above.parent()) {
                if (byPath.containsKey(above)) {
                    throw new IllegalArgumentException(field.name() + " would lie inside of " + above);
                }
            }
        }
    }

    private void place(AggregatedField field) {
        if (ordered.contains(field)) {
            return;
        }
        if (!waiting.add(field)) {
            throw new IllegalArgumentException(field.name() + " needs itself, by way of "
                    + String.join(
                            ", ", waiting.stream().map(AggregatedField::name).toList()));
        }
        read(field).forEach(path -> place(computing(field, path)));
        waiting.remove(field);
        ordered.add(field);
    }

    private AggregatedField computing(AggregatedField reader, FieldPath path) {
        return fields.stream()
                .filter(field -> path.isAtOrBelow(field.path()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(reader.name() + ": nothing computes aggregated." + path));
    }

    /** What it reads below {@code aggregated}. */
    private static List<FieldPath> read(AggregatedField field) {
        return field.expression().reads().orElse(Set.of()).stream()
                .map(FieldPath::of)
                .filter(path -> path.isAtOrBelow(AGGREGATED) && !path.equals(AGGREGATED))
                .map(FieldPath::rest)
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    private static List<List<AggregatedField>> cut(List<AggregatedField> ordered) {
        List<List<AggregatedField>> stages = new ArrayList<>();
        List<AggregatedField> stage = new ArrayList<>();
        for (AggregatedField field : ordered) {
            if (needsOneOf(stage, field)) {
                stages.add(List.copyOf(stage));
                stage.clear();
            }
            stage.add(field);
        }
        stages.add(List.copyOf(stage));
        return List.copyOf(stages);
    }

    /** A field that may read anything may also read these. */
    private static boolean needsOneOf(List<AggregatedField> stage, AggregatedField field) {
        Optional<Set<String>> reads = field.expression().reads();
        if (reads.isEmpty() || reads.get().contains(AGGREGATED.toString())) {
            return !stage.isEmpty();
        }
        return read(field).stream().anyMatch(path -> stage.stream().anyMatch(other -> path.isAtOrBelow(other.path())));
    }
}
