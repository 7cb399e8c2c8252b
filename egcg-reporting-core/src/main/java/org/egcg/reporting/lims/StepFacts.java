package org.egcg.reporting.lims;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.egcg.reporting.lims.internal.sql.FieldRow;
import org.egcg.reporting.lims.internal.sql.LimsSession;
import org.egcg.reporting.lims.internal.sql.StepQueries;
import org.egcg.reporting.lims.internal.sql.StepQueries.StateRow;
import org.egcg.reporting.lims.internal.sql.StepQueries.WellFieldRow;
import org.egcg.reporting.lims.internal.sql.StepQueries.WellRow;
import org.egcg.reporting.lims.internal.sql.StepQueries.Wells;
import org.egcg.reporting.lims.request.WellRequest;

/** Gathers the wells of a step, one statement for each kind of fact, and keeps each plate's newest run. */
final class StepFacts {

    private static final Comparator<StateRow> NEWEST = Comparator.comparing(
                    StateRow::modified, Comparator.nullsFirst(Comparator.<LocalDateTime>naturalOrder()))
            .thenComparing(StateRow::id);
    private static final Comparator<WellRow> NEWEST_RUN = Comparator.comparing(
                    WellRow::run, Comparator.nullsFirst(Comparator.<LocalDateTime>naturalOrder()))
            .thenComparing(WellRow::processId);

    private final List<WellRow> wells;
    private final Map<Long, StateRow> states = new HashMap<>();
    private final Map<InRun, Map<String, String>> artifactFields = new HashMap<>();
    private final Map<Long, Map<String, String>> sampleFields = new HashMap<>();
    private final boolean needsArtifactFields;
    private final boolean isComplete;

    /** An artifact in one run of the step. */
    private record InRun(long processId, long artifactId) {}

    /** A well with what is in it; of a pool, the sample with the highest number, or, if all is asked for, each sample. */
    record Well(String sample, String project, String location, Map<String, String> fields, String flag) {}

    /**
     * A plate as the newest run of the step saw it.
     *
     * @param runs how many runs of the step the plate has seen
     * @param wells sorted by location as text
     */
    record Plate(
            String container,
            long processId,
            Optional<LocalDateTime> completed,
            String protocol,
            int runs,
            List<Well> wells) {

        /** The share of wells that passed, in percent. */
        double passed() {
            long passed =
                    wells.stream().filter(well -> well.flag().equals("PASSED")).count();
            return (double) passed / wells.size() * 100;
        }

        Collection<String> projects() {
            return new TreeSet<>(wells.stream().map(Well::project).toList());
        }
    }

    /** In a complete answer each sample of a pool counts, and a well in which nothing was measured. */
    StepFacts(LimsSession session, ReportedStep step, WellRequest request) {
        this.isComplete = request.complete();
        Wells asked = new Wells(step.step(), request);
        wells = StepQueries.wells(session, asked);
        StepQueries.states(session, asked).forEach(row -> states.merge(row.artifactId(), row, StepFacts::newer));
        needsArtifactFields = !step.ofInputs().isEmpty() || !step.ofOutputs().isEmpty();
        if (!step.ofInputs().isEmpty()) {
            StepQueries.inputFields(session, asked, step.ofInputs()).forEach(this::add);
        }
        if (!step.ofOutputs().isEmpty()) {
            StepQueries.outputFields(session, asked, step.ofOutputs()).forEach(this::add);
        }
        for (FieldRow row : StepQueries.sampleFields(session, asked, step.ofSamples())) {
            sampleFields
                    .computeIfAbsent(row.owner(), sample -> new LinkedHashMap<>())
                    .put(row.name(), row.value());
        }
    }

    private static StateRow newer(StateRow one, StateRow other) {
        return NEWEST.compare(one, other) > 0 ? one : other;
    }

    private void add(WellFieldRow row) {
        artifactFields
                .computeIfAbsent(new InRun(row.processId(), row.artifactId()), well -> new LinkedHashMap<>())
                .put(row.name(), row.value());
    }

    /** The plates by name. */
    List<Plate> plates() {
        Map<String, List<WellRow>> byContainer = new TreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
        wells.stream().filter(this::isShown).forEach(row -> byContainer
                .computeIfAbsent(row.container(), any -> new ArrayList<>())
                .add(row));
        return byContainer.values().stream().map(this::plate).toList();
    }

    private boolean isShown(WellRow row) {
        return states.containsKey(row.artifactId()) && (isComplete || isMeasured(row));
    }

    private boolean isMeasured(WellRow row) {
        return sampleFields.containsKey(row.sampleId())
                && (!needsArtifactFields || artifactFields.containsKey(new InRun(row.processId(), row.artifactId())));
    }

    private Plate plate(List<WellRow> rows) {
        WellRow newest = rows.stream().max(NEWEST_RUN).orElseThrow();
        Map<String, List<WellRow>> byLocation = new TreeMap<>();
        rows.stream()
                .filter(row -> row.processId() == newest.processId())
                .sorted(Comparator.comparingLong(WellRow::sampleId))
                .forEach(row -> byLocation
                        .computeIfAbsent(WellLocation.text(row), any -> new ArrayList<>())
                        .add(row));
        return new Plate(
                newest.container(),
                newest.processId(),
                Optional.ofNullable(newest.run()),
                newest.protocol(),
                (int) rows.stream().map(WellRow::processId).distinct().count(),
                byLocation.values().stream().flatMap(this::wells).toList());
    }

    private Stream<Well> wells(List<WellRow> rows) {
        if (!isComplete) {
            return Stream.of(well(rows));
        }
        Map<Long, List<WellRow>> bySample = new LinkedHashMap<>();
        rows.forEach(row -> bySample.computeIfAbsent(row.sampleId(), any -> new ArrayList<>())
                .add(row));
        return bySample.values().stream().map(this::well);
    }

    private Well well(List<WellRow> rows) {
        Map<String, String> fields = new LinkedHashMap<>();
        rows.forEach(row ->
                fields.putAll(artifactFields.getOrDefault(new InRun(row.processId(), row.artifactId()), Map.of())));
        rows.forEach(row -> fields.putAll(sampleFields.getOrDefault(row.sampleId(), Map.of())));
        WellRow last = rows.get(rows.size() - 1);
        StateRow state = rows.stream()
                .map(row -> states.get(row.artifactId()))
                .max(NEWEST)
                .orElseThrow();
        return new Well(last.sample(), last.project(), WellLocation.text(last), fields, flag(state.flag()));
    }

    private static String flag(int flag) {
        return switch (flag) {
            case 0 -> "UNKNOWN";
            case 1 -> "PASSED";
            case 2 -> "FAILED";
            default -> "ERROR";
        };
    }
}
