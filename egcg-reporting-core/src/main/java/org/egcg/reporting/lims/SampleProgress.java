package org.egcg.reporting.lims;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.lims.internal.sql.LimsSession;
import org.egcg.reporting.lims.internal.sql.ProgressQueries;
import org.egcg.reporting.lims.internal.sql.ProgressQueries.CompletedRow;
import org.egcg.reporting.lims.internal.sql.ProgressQueries.OpenRow;
import org.egcg.reporting.lims.internal.sql.ProgressQueries.StageRow;
import org.egcg.reporting.lims.internal.sql.ProgressQueries.StepRow;
import org.egcg.reporting.lims.internal.sql.ProgressQueries.WaitingRow;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.lims.request.StatusRequest;
import org.jspecify.annotations.Nullable;

/** The steps that samples have completed, wait for, or are inside of. */
final class SampleProgress {

    private final StatusDefinitions definitions;
    private final boolean isDetailed;
    private final Map<Long, String> types = new HashMap<>();
    private final Map<Long, List<Entry>> entries = new HashMap<>();

    SampleProgress(StatusDefinitions definitions, LimsSession session, StatusRequest asked) {
        this.definitions = definitions;
        this.isDetailed = asked.detailed();
        ProgressQueries.types(session).forEach(type -> types.put(type.id(), type.name()));
        Scope scope = asked.scope();
        Optional<LocalDateTime> limit = asked.processesUntil();
        ProgressQueries.completed(session, scope, tellingTypes(), limit).forEach(this::addCompleted);
        addWaiting(session, scope, limit);
    }

    /** What happened to a sample. */
    SampleHistory of(long sampleProcessId) {
        return new SampleHistory(definitions, entries.getOrDefault(sampleProcessId, List.of()));
    }

    /** The types of the steps that tell something; empty if all steps are to be listed. */
    private Optional<Collection<Long>> tellingTypes() {
        Set<String> telling = definitions.tellingWhenCompleted();
        return isDetailed
                ? Optional.empty()
                : Optional.of(types.keySet().stream()
                        .filter(type -> telling.contains(types.get(type)))
                        .toList());
    }

    private void addCompleted(CompletedRow row) {
        if (types.containsKey(row.typeId())) {
            Entry.Type type = Entry.Type.COMPLETE;
            add(row.sampleProcessId(), new Entry(types.get(row.typeId()), dated(row.opened()), type, row.processId()));
        }
    }

    /** Joins queues, steps and open processes in memory: the tables of stages and steps are small. */
    private void addWaiting(LimsSession session, Scope scope, Optional<LocalDateTime> limit) {
        Map<Long, StageRow> stages = new HashMap<>();
        ProgressQueries.stages(session).forEach(stage -> stages.put(stage.id(), stage));
        Map<Long, List<StepRow>> steps = new HashMap<>();
        for (StepRow step : ProgressQueries.steps(session)) {
            if (types.containsKey(step.typeId()) && isListed(types.get(step.typeId()))) {
                steps.computeIfAbsent(step.protocolId(), protocol -> new ArrayList<>())
                        .add(step);
            }
        }
        Map<Inside, List<OpenRow>> open = new HashMap<>();
        for (OpenRow row : ProgressQueries.open(session, scope, limit)) {
            open.computeIfAbsent(new Inside(row.artifactId(), row.typeId()), inside -> new ArrayList<>())
                    .add(row);
        }
        for (WaitingRow waiting : ProgressQueries.waiting(session, scope, limit)) {
            StageRow stage = stages.get(waiting.stageId());
            if (stage != null) {
                steps.getOrDefault(stage.protocolId(), List.of()).stream()
                        .filter(step -> stage.stepId() == null || stage.stepId() == step.id())
                        .forEach(step -> addWaiting(waiting, step, open));
            }
        }
    }

    private record Inside(long artifactId, long typeId) {}

    private boolean isListed(String step) {
        return isDetailed || definitions.queued().containsKey(step);
    }

    /** An artifact that has gone into the step that it waited for is inside it, once for each open process. */
    private void addWaiting(WaitingRow waiting, StepRow step, Map<Inside, List<OpenRow>> open) {
        String name = types.get(step.typeId());
        List<OpenRow> inside = open.getOrDefault(new Inside(waiting.artifactId(), step.typeId()), List.of());
        for (OpenRow process : inside) {
            add(
                    waiting.sampleProcessId(),
                    new Entry(name, dated(process.modified()), Entry.Type.PROGRESS, process.processId()));
        }
        if (inside.isEmpty()) {
            add(waiting.sampleProcessId(), new Entry(name, dated(waiting.since()), Entry.Type.QUEUED, step.id()));
        }
    }

    private static LocalDateTime dated(@Nullable LocalDateTime nullable) {
        return nullable == null ? Entry.UNDATED : nullable;
    }

    private void add(long sample, Entry entry) {
        entries.computeIfAbsent(sample, any -> new ArrayList<>()).add(entry);
    }
}
