package org.egcg.reporting.embedded.example;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;

/** The samples of all runs that were reported, and the projects that they belong to. */
final class SampleDocuments {

    private static final double HUMAN_GENOME = 3_217_346_917.0;
    private static final double MAPPED_AND_UNIQUE = 0.83;

    private final Map<String, List<BsonDocument>> elements = new LinkedHashMap<>();

    SampleDocuments(List<BsonDocument> elements) {
        elements.forEach(element -> this.elements
                .computeIfAbsent(element.getString("sample_id").getValue(), sample -> new ArrayList<>())
                .add(element));
    }

    List<BsonDocument> of(PlannedRun run) {
        return run.samples().stream().map(sample -> sample(run, sample)).toList();
    }

    private BsonDocument sample(PlannedRun run, PlannedSample sample) {
        List<BsonDocument> own = elements.get(sample.id());
        Draft draft = new Draft()
                .with("sample_id", sample.id())
                .with("project_id", sample.project().id())
                .with("plate_name", sample.plateName())
                .with("user_sample_id", sample.userId())
                .with("species_name", run.model().species())
                .with("library_id", sample.library())
                .with(
                        "run_elements",
                        own.stream()
                                .map(element ->
                                        element.getString("run_element_id").getValue())
                                .toList());
        if (!sample.control().isEmpty()) {
            return draft.with("control", sample.control()).done();
        }
        draft.with("required_yield", (long) sample.required());
        if (run.model().coverage() > 0 && run.fate() == Fate.DELIVERED) {
            analysed(draft, run, own);
        }
        return delivered(draft, run).done();
    }

    private static void analysed(Draft draft, PlannedRun run, List<BsonDocument> own) {
        Chance chance =
                new Chance(run.id() + own.get(0).getString("run_element_id").getValue());
        long reads = own.stream()
                .mapToLong(element -> element.getInt64("clean_reads").getValue())
                .sum();
        double mean = reads * 2.0 * run.model().cycles() * MAPPED_AND_UNIQUE / HUMAN_GENOME;
        draft.with("required_coverage", run.model().coverage())
                .with("coverage", coverage(mean, chance))
                .with("median_coverage", mean * 1.01, 1)
                .with("pc_callable", chance.about(0.928, 0.004), 4)
                .with(
                        "sample_contamination",
                        new Draft()
                                .with("freemix", Math.abs(chance.about(0.0008, 0.0006)), 5)
                                .with("het_hom_ratio", chance.about(1.58, 0.02), 2)
                                .with("ti_tv_ratio", chance.about(2.04, 0.01), 2))
                .with(
                        "genotype_validation",
                        new Draft()
                                .with("matching_snps", 28L + chance.below(4))
                                .with("mismatching_snps", 0L)
                                .with("no_call_seq", (long) chance.below(3))
                                .with("no_call_chip", (long) chance.below(2)));
        Mapping.of(reads * 2, 9, chance).into(draft);
    }

    private static Draft coverage(double mean, Chance chance) {
        return new Draft()
                .with("mean", mean, 2)
                .with("median", mean * 1.01, 1)
                .with("std_dev", mean * 0.23, 2)
                .with("genome_size", (long) HUMAN_GENOME)
                .with("evenness", chance.about(0.912, 0.004), 4);
    }

    private static Draft delivered(Draft draft, PlannedRun run) {
        if (run.fate() != Fate.DELIVERED) {
            return draft;
        }
        LocalDateTime reviewed = run.processed().plusDays(2);
        return draft.with("reviewed", "pass")
                .with("review_date", reviewed)
                .with("useable", "yes")
                .with("useable_date", reviewed.plusHours(20))
                .with("useable_reviewer", "mokafor")
                .with("delivered", "yes")
                .with("delivery_date", reviewed.plusDays(6))
                .with("input_fastqs_deleted", "yes")
                .with("data_deleted", "fastq");
    }

    static BsonDocument project(PlannedProject project, List<String> samples) {
        return new Draft()
                .with("project_id", project.id())
                .with("samples", samples)
                .with(
                        "sample_pipeline",
                        new Draft()
                                .with("name", project.pipeline())
                                .with("toolset_type", project.toolset())
                                .with("toolset_version", 2))
                .done();
    }
}
