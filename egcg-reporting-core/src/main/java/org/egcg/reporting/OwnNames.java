package org.egcg.reporting;

import java.util.function.Supplier;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.run.RunIds;
import org.egcg.reporting.sample.SampleKinds;

/** How the laboratory names its runs and controls, as the configuration says. */
record OwnNames(RunIds runs, SampleKinds samples) {

    /** @throws Misconfigured if a pattern is wrong */
    static OwnNames of(ReportingConfig config) {
        return new OwnNames(
                checked(
                        config,
                        "service.run_id_pattern",
                        () -> config.names().runIdPattern().map(RunIds::with).orElseGet(RunIds::ofMakers)),
                checked(
                        config,
                        "service.controls",
                        () -> SampleKinds.of(config.names().controls())));
    }

    private static <T> T checked(ReportingConfig config, String key, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException wrong) {
            throw new Misconfigured(config.source(), key, wrong.getMessage());
        }
    }
}
