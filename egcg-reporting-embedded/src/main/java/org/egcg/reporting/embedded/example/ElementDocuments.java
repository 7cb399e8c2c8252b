package org.egcg.reporting.embedded.example;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonDocument;
import org.egcg.reporting.embedded.example.PlannedRun.Lane;

/** The run elements of a run: one per sample and lane, and what carried no barcode of the lane. */
final class ElementDocuments {

    static final String NO_SAMPLE = "Undetermined";
    private static final double UNDETERMINED = 0.03;
    private static final double TOPPED_UP = 0.35;

    private final PlannedRun run;
    private final List<BsonDocument> documents = new ArrayList<>();

    private ElementDocuments(PlannedRun run) {
        this.run = run;
    }

    static List<BsonDocument> of(PlannedRun run) {
        ElementDocuments elements = new ElementDocuments(run);
        run.lanes().forEach(elements::lane);
        return elements.documents;
    }

    /** What the lane's documents of elements are called, in order. */
    static List<String> names(PlannedRun run, Lane lane) {
        List<String> names = new ArrayList<>();
        lane.samples().forEach(sample -> names.add(run.element(lane.number(), sample)));
        if (run.model().isPooled()) {
            names.add(run.id() + "_" + lane.number() + "_unknown");
        }
        return names;
    }

    private void lane(Lane lane) {
        LaneNumbers numbers = LaneNumbers.of(run, lane.number());
        Chance chance = new Chance(run.id() + "shares" + lane.number());
        double unknown = run.model().isPooled() ? chance.about(UNDETERMINED, 0.006) : 0;
        double[] shares = lane.samples().stream()
                .mapToDouble(sample -> weight(sample, chance))
                .toArray();
        double all = Arrays.stream(shares).sum();
        for (int i = 0; i < shares.length; i++) {
            documents.add(element(lane, lane.samples().get(i), numbers, shares[i] / all * (1 - unknown), chance));
        }
        if (unknown > 0) {
            documents.add(undetermined(lane, numbers, unknown, chance));
        }
    }

    /** Of a control there is next to nothing; of a sample that was topped up there was too little. */
    private double weight(PlannedSample sample, Chance chance) {
        if (!sample.control().isEmpty()) {
            return 0.0004;
        }
        boolean isThin = sample.isThin() && !run.topUp().contains(sample);
        return chance.about(isThin ? TOPPED_UP : 1, 0.05);
    }

    private BsonDocument element(Lane lane, PlannedSample sample, LaneNumbers numbers, double share, Chance chance) {
        String name = run.element(lane.number(), sample);
        long reads = Math.round(numbers.clusters() * share);
        Draft draft = new Draft()
                .with("run_element_id", name)
                .with("run_id", run.id())
                .with("lane", lane.number())
                .with("project_id", sample.project().id())
                .with("library_id", sample.library())
                .with("sample_id", sample.id());
        if (run.model().isPooled()) {
            draft.with("barcode", sample.barcode());
        }
        sequenced(draft, reads, numbers, share, chance);
        cleaned(draft, reads, numbers, chance);
        draft.with("fastqc_report_r1", run.id() + "/" + name + "_R1_fastqc.html");
        if (run.reads() == 2) {
            draft.with("fastqc_report_r2", run.id() + "/" + name + "_R2_fastqc.html");
        }
        if (run.model().coverage() > 0) {
            draft.with(
                    "mapping_metrics",
                    Mapping.of(reads * 2, numbers.opticalDuplicates(), chance).draft());
        }
        return decided(draft, numbers.isGood()).done();
    }

    private BsonDocument undetermined(Lane lane, LaneNumbers numbers, double share, Chance chance) {
        Draft draft = new Draft()
                .with("run_element_id", run.id() + "_" + lane.number() + "_unknown")
                .with("run_id", run.id())
                .with("lane", lane.number())
                .with("project_id", "default")
                .with("library_id", NO_SAMPLE)
                .with("sample_id", NO_SAMPLE)
                .with("barcode", "unknown");
        sequenced(draft, Math.round(numbers.clusters() * share), numbers, share, chance);
        return decided(draft, numbers.isGood()).done();
    }

    private void sequenced(Draft draft, long reads, LaneNumbers numbers, double share, Chance chance) {
        draft.with("total_reads", Math.round(reads / run.model().passing()))
                .with("passing_filter_reads", reads)
                .with("pc_reads_in_lane", share * 100, 3)
                .with("lane_pc_optical_dups", numbers.opticalDuplicates(), 2)
                .with("phix_reads", Math.min(chance.below(2_000), reads / 1_000));
        bases(draft, "", reads * run.model().cycles(), numbers);
        for (int read = 1; read <= run.reads(); read++) {
            draft.with(
                    "adaptor_bases_removed_r" + read,
                    chance.count(reads * run.model().cycles() * 0.011, 0.08));
        }
    }

    private void cleaned(Draft draft, long reads, LaneNumbers numbers, Chance chance) {
        long clean = Math.round(reads * chance.about(0.991, 0.001));
        draft.with("clean_reads", clean);
        bases(draft, "clean_", Math.round(clean * run.model().cycles() * 0.988), numbers);
    }

    private void bases(Draft draft, String prefix, long bases, LaneNumbers numbers) {
        draft.with(prefix + "bases_r1", bases).with(prefix + "q30_bases_r1", Math.round(bases * numbers.q30r1()));
        if (run.reads() == 2) {
            draft.with(prefix + "bases_r2", bases).with(prefix + "q30_bases_r2", Math.round(bases * numbers.q30r2()));
        }
    }

    private Draft decided(Draft draft, boolean isGood) {
        LocalDateTime reviewed = run.processed();
        draft.with("reviewed", isGood ? "pass" : "fail").with("review_date", reviewed);
        return run.fate() == Fate.TO_REVIEW
                ? draft
                : draft.with("useable", isGood ? "yes" : "no")
                        .with("useable_date", reviewed.plusHours(14))
                        .with("useable_reviewer", "mokafor");
    }
}
