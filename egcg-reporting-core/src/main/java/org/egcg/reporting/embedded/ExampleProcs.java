package org.egcg.reporting.embedded;

import static org.egcg.reporting.embedded.ExampleDocuments.array;
import static org.egcg.reporting.embedded.ExampleDocuments.date;
import static org.egcg.reporting.embedded.ExampleDocuments.texts;
import static org.egcg.reporting.embedded.ExampleReads.integer;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.embedded.ExampleRuns.Run;
import org.egcg.reporting.embedded.ExampleRuns.Sample;

/** What the pipelines did with the example laboratory's runs, samples and projects, stage by stage. */
final class ExampleProcs {

    private static final List<String> OF_RUN = List.of(
            "setup",
            "wellduplicates",
            "bcl2fastq",
            "phixdetection",
            "fastqfilter",
            "fastqc",
            "seqtkfqchk",
            "md5sum",
            "qcoutput",
            "dataoutput",
            "cleanup");
    private static final List<String> OF_SAMPLE = List.of(
            "mergefastqs",
            "fastqc",
            "bwamem",
            "samtoolsstats",
            "genotypevalidation",
            "sexvalidation",
            "verifybamid",
            "fastqscreen",
            "variantcalling",
            "dataoutput",
            "cleanup");
    private static final List<String> OF_PROJECT =
            List.of("genotypegvcfs", "relatedness", "peddy", "parserelatedness", "md5sum", "output");

    private final BiConsumer<String, BsonDocument> add;

    ExampleProcs(BiConsumer<String, BsonDocument> add) {
        this.add = add;
    }

    BsonValue of(Run run) {
        LocalDateTime start = run.sequenced().minusHours(run.hasReads() ? 2 : 0);
        return switch (run.outcome()) {
            case REVIEWED, FINISHED -> proc("run", run.id(), start, "finished", OF_RUN, OF_RUN.size());
            case ERRORED -> proc("run", run.id(), start, "aborted", OF_RUN, 1);
            case RUNNING -> proc("run", run.id(), start, "processing", OF_RUN, 2);
        };
    }

    List<BsonValue> of(Sample sample, LocalDateTime start, String status) {
        int done = status.equals("finished") ? OF_SAMPLE.size() : 5;
        return List.of(proc("sample", sample.id(), start, status, OF_SAMPLE, done));
    }

    List<BsonValue> ofProject(String project) {
        return project.equals("EG0104")
                ? List.of(proc(
                        "project",
                        project,
                        LocalDateTime.parse("2026-06-22T08:00"),
                        "finished",
                        OF_PROJECT,
                        OF_PROJECT.size()))
                : List.of();
    }

    /** @param begun how many stages were begun; of a pipeline that did not finish, the last of them is open or failed */
    private BsonValue proc(
            String type, String name, LocalDateTime start, String status, List<String> stages, int begun) {
        BsonString id = new BsonString(type + "_" + name + "_" + ((BsonString) date(start)).getValue());
        List<BsonValue> stageIds = new ArrayList<>();
        LocalDateTime time = start;
        for (int i = 0; i < begun; i++) {
            LocalDateTime end = time.plusMinutes(7L + 13L * Math.floorMod((name + stages.get(i)).hashCode(), 17));
            boolean last = i == begun - 1;
            stageIds.add(stage(id, stages.get(i), time, end, last ? status : "finished"));
            time = end;
        }
        BsonDocument proc = texts("dataset_type", type, "dataset_name", name, "status", status)
                .append("proc_id", id)
                .append("start_date", date(start))
                .append("stages", array(stageIds))
                .append(
                        "pipeline_used",
                        texts("name", pipeline(type), "toolset_type", type + "_processing")
                                .append("toolset_version", integer(2)));
        if (!status.equals("processing")) {
            proc.append("end_date", date(time));
        } else {
            proc.append("pid", integer(20_417));
        }
        add.accept("analysis_driver_procs", proc);
        return id;
    }

    private static String pipeline(String type) {
        return switch (type) {
            case "run" -> "demultiplexing";
            case "sample" -> "variant_calling";
            default -> "project";
        };
    }

    private BsonValue stage(BsonString proc, String name, LocalDateTime start, LocalDateTime end, String status) {
        BsonString id = new BsonString(proc.getValue() + "_" + name);
        BsonDocument stage = texts("stage_name", name)
                .append("stage_id", id)
                .append("analysis_driver_proc", proc)
                .append("date_started", date(start));
        if (!status.equals("processing")) {
            stage.append("date_finished", date(end)).append("exit_status", integer(status.equals("finished") ? 0 : 9));
        }
        add.accept("analysis_driver_stages", stage);
        return id;
    }
}
