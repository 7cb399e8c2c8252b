package org.egcg.reporting.embedded.example;

import java.util.List;
import org.bson.BsonDocument;
import org.egcg.reporting.embedded.example.PlannedRun.Lane;

/** The lanes of a run, with what the sequencer itself says of them. */
final class LaneDocuments {

    private LaneDocuments() {}

    static List<BsonDocument> of(PlannedRun run) {
        return run.lanes().stream().map(lane -> lane(run, lane)).toList();
    }

    private static BsonDocument lane(PlannedRun run, Lane lane) {
        return new Draft()
                .with("lane_id", run.id() + "_" + lane.number())
                .with("run_id", run.id())
                .with("lane_number", lane.number())
                .with("run_elements", ElementDocuments.names(run, lane))
                .with("interop_metrics", metrics(run, lane.number()))
                .done();
    }

    private static Draft metrics(PlannedRun run, int lane) {
        LaneNumbers numbers = LaneNumbers.of(run, lane);
        Chance chance = new Chance(run.id() + "interop" + lane);
        Draft metrics = new Draft();
        read(metrics, "_r1", run, numbers.clusters(), numbers.q30r1(), chance);
        if (run.reads() == 2) {
            read(metrics, "_r2", run, numbers.clusters(), numbers.q30r2(), chance);
        }
        return metrics;
    }

    private static void read(Draft metrics, String read, PlannedRun run, double clusters, double q30, Chance chance) {
        double error = Math.max(0.1, chance.about(0.25 + (0.95 - q30) * 3, 0.06));
        metrics.with("pc_clust_pf" + read, run.model().passing() * 100 + chance.about(0, 0.8), 2)
                .with("pc_clust_pf_stdev" + read, chance.about(3.2, 0.3), 2)
                .with("phasing" + read, chance.about(0.11, 0.015), 3)
                .with("prephasing" + read, chance.about(0.065, 0.008), 3)
                .with("pc_q30" + read, q30 * 100 + chance.about(0.4, 0.1), 2)
                .with("yield" + read, clusters * run.model().cycles() / 1e9, 2)
                .with("pc_aligned" + read, chance.about(0.5, 0.05), 2)
                .with("pc_aligned_stdev" + read, 0.02, 2)
                .with("pc_error" + read, error, 2)
                .with("pc_error_stdev" + read, error * 0.4, 2)
                .with("intensity_c1" + read, chance.about(205, 8), 0)
                .with("intensity_c1_stdev" + read, 8.0, 0);
    }
}
