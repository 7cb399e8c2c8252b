package org.example.spring;

import java.util.List;
import org.egcg.reporting.client.Communicator;
import org.egcg.reporting.client.Query;
import org.springframework.stereotype.Component;

/** Hands in a run with its run elements and tells what the service adds them up to. */
@Component
public class RunHandover {
    private final Communicator reporting;

    public RunHandover(Communicator reporting) {
        this.reporting = reporting;
    }

    /** The fields that are handed in; the API's snake_case names are found by themselves. */
    public record RunElement(
            String runElementId,
            String runId,
            int lane,
            String barcode,
            String projectId,
            String sampleId,
            String libraryId,
            long basesR1,
            long basesR2) {}

    public record Run(String runId, int numberOfLanes) {}

    public record Totals(double yieldInGb) {}

    public record AggregatedRun(String runId, Totals aggregated) {}

    public String handIn(String run) {
        reporting.postOrPatch("runs", List.of(new Run(run, 2)), "run_id");
        reporting.postOrPatch("run_elements", List.of(element(run, 1), element(run, 2)), "run_element_id");
        return reporting
                .getDocument("runs", Query.where("run_id", run), AggregatedRun.class)
                .map(stored -> "%s: %.1f Gb".formatted(run, stored.content().aggregated().yieldInGb()))
                .orElseThrow();
    }

    private static RunElement element(String run, int lane) {
        return new RunElement(
                run + "_" + lane + "_ATTACTCG", run, lane, "ATTACTCG", "p1", "s1", "l1", 60_000_000_000L, 60_000_000_000L);
    }
}
