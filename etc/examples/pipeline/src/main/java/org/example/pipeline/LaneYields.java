package org.example.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.egcg.reporting.client.Batch;
import org.egcg.reporting.client.Communicator;
import org.egcg.reporting.client.Document;
import org.egcg.reporting.client.Query;
import org.egcg.reporting.client.RestConfig;

/** A pipeline step: hands in the run elements of a run and prints what each lane yields. */
public final class LaneYields {
    /** The fields this step cares about; the API's snake_case names are found by themselves. */
    public record RunElement(
            String runElementId,
            String runId,
            int lane,
            String barcode,
            String projectId,
            String sampleId,
            String libraryId,
            Long basesR1) {}

    private LaneYields() {}

    public static void main(String[] arguments) {
        RestConfig config = RestConfig.load(List.of(Path.of(arguments[0])));
        try (Communicator reporting = Communicator.builder().config(config).build()) {
            reporting.postOrPatch("run_elements", elements("r1"), "run_element_id", Batch.stopping().chunk(50));
            yields(reporting, "r1").forEach((lane, bases) -> System.out.printf("lane %d: %d bases%n", lane, bases));
        }
    }

    private static List<RunElement> elements(String run) {
        return Stream.of(1, 2)
                .map(lane -> new RunElement(
                        run + "_" + lane + "_ATTACTCG", run, lane, "ATTACTCG", "p1", "s1", "l1", 1_000_000L * lane))
                .toList();
    }

    private static Map<Integer, Long> yields(Communicator reporting, String run) {
        Map<Integer, Long> yields = new TreeMap<>();
        try (Stream<Document<RunElement>> elements =
                reporting.streamDocuments("run_elements", Query.where("run_id", run), RunElement.class)) {
            elements.map(Document::content).forEach(element -> yields.merge(element.lane(), element.basesR1(), Long::sum));
        }
        return yields;
    }
}
