package org.egcg.reporting.notice.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.consistency.Inconsistencies;
import org.egcg.reporting.control.ControlCharts;
import org.egcg.reporting.lims.LimsReports;
import org.egcg.reporting.notice.Watch;
import org.egcg.reporting.run.RunIds;
import org.egcg.reporting.sample.SampleKinds;
import org.egcg.reporting.store.DocumentStore;

/** All that looks for what people are to be told. */
public final class Watches {

    private Watches() {}

    /** @param lims may throw {@code Unavailable}; so may the others */
    public static List<Watch> of(
            ReportingConfig config,
            DocumentStore store,
            RunIds runs,
            SampleKinds kinds,
            Supplier<LimsReports> lims,
            Supplier<ControlCharts> charts,
            Supplier<Inconsistencies> inconsistencies,
            ZoneId zone) {
        Stored stored = new Stored(store);
        return List.of(
                new RunWatch(stored, runs),
                new LimsRunWatch(lims, runs, zone),
                new PipelineWatch(stored, runs),
                new VerdictWatch(stored, runs, kinds),
                new WaitingWatch(
                        stored,
                        runs,
                        kinds,
                        config.notices().lanes(),
                        config.notices().samples()),
                new ControlWatch(charts, zone),
                new ProjectWatch(lims, config.facility().turnaroundWeeks(), zone),
                new OddityWatch(inconsistencies),
                new DiskWatch(config.dataDirectory(), zone));
    }
}
