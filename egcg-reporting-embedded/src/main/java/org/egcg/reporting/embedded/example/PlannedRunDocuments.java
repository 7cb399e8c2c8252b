package org.egcg.reporting.embedded.example;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonNull;

/** A run as its pipeline reports it, and the execution of the pipeline. */
final class PlannedRunDocuments {

    private PlannedRunDocuments() {}

    static BsonDocument run(PlannedRun run) {
        List<String> elements = run.fate().isReported()
                ? run.lanes().stream()
                        .flatMap(lane -> ElementDocuments.names(run, lane).stream())
                        .toList()
                : List.of();
        return new Draft()
                .with("run_id", run.id())
                .with("number_of_lanes", run.model().lanes())
                .with("run_elements", elements)
                .with("analysis_driver_procs", List.of(run.process()))
                .done();
    }

    static BsonDocument process(PlannedRun run) {
        Draft process = new Draft()
                .with("proc_id", run.process())
                .with("dataset_type", "run")
                .with("dataset_name", run.id())
                .with("status", run.fate().process())
                .with(
                        "pipeline_used",
                        new Draft()
                                .with("name", "demultiplexing")
                                .with("toolset_type", "run_processing")
                                .with("toolset_version", 2))
                .with("start_date", run.sequenced().plusMinutes(12));
        return run.fate() == Fate.PROCESSING
                ? process.with("pid", 48_213).done()
                : process.with("end_date", run.processed()).done().append("pid", BsonNull.VALUE);
    }
}
