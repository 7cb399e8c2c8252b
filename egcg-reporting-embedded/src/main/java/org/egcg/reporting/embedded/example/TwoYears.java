package org.egcg.reporting.embedded.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.resource.Written;

/**
 * Two years of a facility with six sequencers of five models: some 115 runs up to November 2026, which lead up to the
 * autumn that {@link org.egcg.reporting.embedded.ExampleFacility} tells of in detail. There are runs that the LIMS calls
 * errored or aborted, one of a single read, one with 384 samples, controls, samples that were topped up, and what does not
 * fit together.
 */
public final class TwoYears {

    private static final int TOGETHER = 100;
    private static final String IS_THERE = "is not unique";

    private final Plan plan = Plan.ofTwoYears();
    private final Misfits misfits = new Misfits(plan);

    /** What the LIMS knows of these years, in the form of {@code example_lims.yaml}. */
    public String lims() {
        return LimsRecords.of(plan, misfits.unknownToLims());
    }

    /**
     * Writes the documents that are not there yet, with all that is aggregated from them; parts before the whole, so that
     * each is added up once.
     */
    public void load(Reporting reporting) {
        List<PlannedRun> reported =
                plan.runs().stream().filter(run -> run.fate().isReported()).toList();
        List<PlannedRun> seen = plan.runs().stream()
                .filter(run -> run.fate().isSeenByPipeline())
                .toList();
        List<BsonDocument> elements = all(reported, ElementDocuments::of);
        List<BsonDocument> processes = new ArrayList<>(all(seen, run -> List.of(PlannedRunDocuments.process(run))));
        processes.add(misfits.process());
        write(reporting, "analysis_driver_procs", processes);
        write(reporting, "run_elements", misfits.intoElements(elements));
        write(reporting, "runs", all(seen, run -> List.of(PlannedRunDocuments.run(run))));
        write(reporting, "lanes", misfits.into(all(reported, LaneDocuments::of)));
        write(reporting, "samples", all(reported, new SampleDocuments(elements)::of));
        write(reporting, "projects", projects(reported));
    }

    private static List<BsonDocument> all(List<PlannedRun> runs, Function<PlannedRun, List<BsonDocument>> documents) {
        return runs.stream().flatMap(run -> documents.apply(run).stream()).toList();
    }

    private static List<BsonDocument> projects(List<PlannedRun> runs) {
        Map<PlannedProject, List<String>> samples = runs.stream()
                .flatMap(run -> run.samples().stream())
                .collect(Collectors.groupingBy(
                        PlannedSample::project, Collectors.mapping(PlannedSample::id, Collectors.toList())));
        return samples.entrySet().stream()
                .map(project -> SampleDocuments.project(project.getKey(), project.getValue()))
                .toList();
    }

    /** Documents of one resource do not wait for each other. */
    private static void write(Reporting reporting, String resource, List<BsonDocument> documents) {
        List<CompletableFuture<Void>> parts = new ArrayList<>();
        for (int from = 0; from < documents.size(); from += TOGETHER) {
            List<BsonDocument> some = documents.subList(from, Math.min(from + TOGETHER, documents.size()));
            parts.add(CompletableFuture.runAsync(() -> insert(reporting, resource, some)));
        }
        parts.forEach(CompletableFuture::join);
    }

    /** Documents are stored together or not at all: where one is there, all are. */
    private static void insert(Reporting reporting, String resource, List<BsonDocument> documents) {
        Written written = reporting.writer().insert(reporting.schema(resource), new BsonArray(documents));
        if (written instanceof Written.InsertRefused refused
                && !refused.issues().toString().contains(IS_THERE)) {
            throw new IllegalStateException("example " + resource + " are refused: "
                    + refused.issues().stream().flatMap(Optional::stream).toList());
        }
    }
}
