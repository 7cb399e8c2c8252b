package org.egcg.reporting.web.home;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.BsonDocument;

/**
 * All that the main page says. Immutable.
 *
 * @param lines what needs attention, most urgent first
 * @param steps where samples are in the laboratory; none if the LIMS did not answer or knows no sample
 * @param samples how many samples are in these steps, and {@code projects} in how many open projects
 * @param missing who did not answer, each as a sentence
 * @param blank whether there is nothing at all yet
 */
public record Overview(
        List<Line> lines,
        List<LabStep> steps,
        int samples,
        int projects,
        List<NewRun> runs,
        List<RunningPipeline> running,
        List<String> missing,
        boolean blank,
        Instant asOf) {

    /** What a reading amounts to. */
    public static Overview of(FacilitySnapshot reading) {
        Pipelines pipelines = new Pipelines(reading);
        Decisions decisions = new Decisions(reading);
        LabQueues laboratory = new LabQueues(reading);
        List<Line> lines = new ArrayList<>(pipelines.lines());
        lines.addAll(decisions.lines());
        List<Omission> omissions = new ArrayList<>(laboratory.omissions());
        omissions.addAll(new LeftBehind(reading).omissions());
        if (!omissions.isEmpty()) {
            lines.add(Omission.line(omissions));
        }
        laboratory.turnaround().ifPresent(lines::add);
        lines.sort(Line.BY_URGENCY);
        List<NewRun> runs = decisions.newest();
        boolean blank = reading.missing().isEmpty()
                && runs.isEmpty()
                && reading.samples().isEmpty()
                && reading.processes().isEmpty();
        return new Overview(
                List.copyOf(lines),
                laboratory.strip(),
                laboratory.samples(),
                laboratory.projects(),
                runs,
                pipelines.running(),
                reading.missing(),
                blank,
                reading.now());
    }

    /** The processes whose stages a reading should have. */
    public static List<String> processesOfInterest(Collection<BsonDocument> processes) {
        return Pipelines.ofInterest(processes);
    }
}
