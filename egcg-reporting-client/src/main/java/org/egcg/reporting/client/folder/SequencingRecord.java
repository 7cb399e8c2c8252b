package org.egcg.reporting.client.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.egcg.reporting.client.Communicator;

/**
 * The record of a run's sequencing: an execution of a pipeline called {@code sequencing}, with one stage that says how far
 * it is. It is finished when the instrument has written all and the reads are demultiplexed.
 */
final class SequencingRecord {
    private final Communicator reporting;
    private final RunFolder run;
    private final String id;

    SequencingRecord(Communicator reporting, RunFolder run) {
        this.reporting = reporting;
        this.run = run;
        this.id = "sequencing_" + run.runId();
    }

    /** Brings the record up to date, and says how far the run is. */
    String keep() {
        boolean demultiplexed = run.documents("run_elements").findAny().isPresent();
        boolean finished = run.isComplete() && demultiplexed;
        String stage = finished
                ? "sequenced and demultiplexed"
                : run.isComplete()
                        ? "waiting for demultiplexing"
                        : "cycle %d of %d".formatted(run.cyclesDone(), run.cycles());
        process(finished);
        stage(stage, finished);
        return stage;
    }

    private void process(boolean finished) {
        Map<String, Object> process = new LinkedHashMap<>();
        process.put("proc_id", id);
        process.put("dataset_type", "run");
        process.put("dataset_name", run.runId());
        process.put("pipeline_used", Map.of("name", "sequencing"));
        process.put("start_date", begun());
        process.put("status", finished ? "finished" : "processing");
        if (finished) {
            process.put("end_date", now());
        }
        reporting.postOrPatch("analysis_driver_procs", List.of(process), "proc_id");
    }

    private void stage(String name, boolean finished) {
        Map<String, Object> stage = new LinkedHashMap<>();
        stage.put("stage_id", id + "_1");
        stage.put("analysis_driver_proc", id);
        stage.put("stage_name", name);
        stage.put("date_started", begun());
        if (finished) {
            stage.put("date_finished", now());
            stage.put("exit_status", 0);
        }
        reporting.postOrPatch("analysis_driver_stages", List.of(stage), "stage_id");
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** When the run's first file was written, which the instrument does before the first cycle. */
    private Instant begun() {
        Path first = run.path().resolve("RunInfo.xml");
        try {
            return Files.getLastModifiedTime(first).toInstant().truncatedTo(ChronoUnit.SECONDS);
        } catch (IOException gone) {
            throw new FolderException(first, 0, "cannot be read: " + gone.getMessage(), gone);
        }
    }
}
