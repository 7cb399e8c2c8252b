package org.egcg.reporting.embedded.example;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bson.BsonDocument;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.consistency.Inconsistencies;
import org.egcg.reporting.consistency.Inconsistency;
import org.egcg.reporting.consistency.InconsistencyKind;
import org.egcg.reporting.consistency.LimsSamples;
import org.egcg.reporting.embedded.ExampleFacility;
import org.egcg.reporting.instrument.Instruments;
import org.egcg.reporting.run.RunIds;
import org.egcg.reporting.sample.SampleKinds;
import org.egcg.reporting.store.Find;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.TestStore;
import org.egcg.reporting.yaml.Section;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoYearsTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);

    private final TwoYears years = new TwoYears();
    private final Section lims = Section.read("more.yaml", years.lims());
    private final TestStore store = new TestStore();
    private MongoStore connection;
    private Reporting reporting;

    @BeforeAll
    void load() {
        connection = store.connect();
        reporting = store.reporting(connection);
        ExampleFacility.load(reporting);
        years.load(reporting);
    }

    @AfterAll
    void close() {
        reporting.close();
        store.close();
    }

    private List<BsonDocument> documents(String resource) {
        return StreamSupport.stream(
                        ((Iterable<BsonDocument>) () -> connection.find(Find.in(resource))).spliterator(), false)
                .toList();
    }

    private static String text(BsonDocument document, String field) {
        return document.getString(field).getValue();
    }

    @Test
    void aHundredAndTwentyRunsOfFiveModelsLieInTwoYears() {
        Set<String> runs =
                documents("runs").stream().map(run -> text(run, "run_id")).collect(Collectors.toSet());
        lims.sections("completed_steps")
                .forEach(step -> step.section("udfs").optionalText("RunID").ifPresent(runs::add));
        assertThat(runs).hasSizeBetween(115, 125);
        Map<String, Long> models = runs.stream()
                .collect(groupingBy(
                        run -> Instruments.packaged()
                                .ofRun(run, RunIds.ofMakers())
                                .model()
                                .orElse("none"),
                        counting()));
        assertThat(models).containsOnlyKeys("HiSeq X", "MiSeq", "NextSeq 500", "NovaSeq 6000", "NovaSeq X");
        assertThat(models.values()).allMatch(count -> count >= 10);
        assertThat(runs.stream()
                        .map(run ->
                                RunIds.ofMakers().read(run).date().orElseThrow().toString())
                        .sorted())
                .startsWith("2024-12-03")
                .endsWith("2026-11-26");
    }

    @Test
    void lanesGiveWhatTheirModelPromisesExceptForAFew() {
        Map<String, double[]> promised = Map.of(
                "HiSeq X", new double[] {120, 140, 75, 93},
                "MiSeq", new double[] {4.5, 6, 80, 95},
                "NextSeq 500", new double[] {25, 35, 75, 90},
                "NovaSeq 6000", new double[] {600, 800, 75, 95},
                "NovaSeq X", new double[] {330, 420, 85, 97});
        List<BsonDocument> lanes = documents("lanes").stream()
                .filter(lane -> lane.containsKey("interop_metrics"))
                .toList();
        List<String> poor = lanes.stream()
                .filter(lane -> {
                    BsonDocument numbers = lane.getDocument("aggregated");
                    String model = Instruments.packaged()
                            .ofRun(text(lane, "run_id"), RunIds.ofMakers())
                            .model()
                            .orElseThrow();
                    double[] limits = promised.get(model);
                    double yield = numbers.getNumber("yield_in_gb").doubleValue();
                    double q30 = numbers.getNumber("pc_q30").doubleValue();
                    return yield < limits[0] || yield > limits[1] || q30 < limits[2] || q30 > limits[3];
                })
                .map(lane -> text(lane, "lane_id"))
                .toList();
        assertThat(lanes).hasSizeGreaterThan(500);
        assertThat(poor).hasSizeBetween(8, 40);
    }

    @Test
    void theUncommonIsThereToo() {
        List<BsonDocument> elements = documents("run_elements");
        assertThat(elements.stream()
                        .filter(element -> element.containsKey("bases_r1") && !element.containsKey("bases_r2"))
                        .map(element -> text(element, "run_id"))
                        .distinct())
                .hasSize(1);
        assertThat(elements.stream()
                        .collect(groupingBy(element -> text(element, "run_id"), counting()))
                        .values())
                .contains(385L);
        assertThat(documents("samples").stream().filter(sample -> sample.containsKey("control")))
                .hasSize(3);
        assertThat(elements.stream()
                        .filter(element -> !text(element, "sample_id").equals("Undetermined"))
                        .filter(element -> text(element, "run_id").contains("_LH00287_"))
                        .collect(groupingBy(
                                element -> text(element, "sample_id"),
                                Collectors.mapping(element -> text(element, "run_id"), Collectors.toSet())))
                        .values())
                .anyMatch(runs -> runs.size() == 2);
        assertThat(lims.sections("completed_steps").stream()
                        .flatMap(step -> step.section("udfs").optionalText("Run Status").stream())
                        .collect(groupingBy(status -> status, counting())))
                .containsEntry("RunErrored", 1L)
                .containsEntry("RunAborted", 2L)
                .containsEntry("RunStarted", 1L);
    }

    @Test
    void whatDoesNotFitIsWhatWasPlanted() {
        Set<String> known = documents("samples").stream()
                .map(sample -> text(sample, "sample_id"))
                .filter(sample -> sample.matches("EG01(04|17|21|26)P00[12].*"))
                .collect(Collectors.toSet());
        lims.sections("samples").forEach(sample -> known.add(sample.text("name")));
        List<Inconsistency> found = new Inconsistencies(
                        connection, SampleKinds.byField(), () -> new LimsSamples(known, Set.of()), NOW)
                .look()
                .found();
        assertThat(found.stream()
                        .filter(each -> !each.sentence().contains(" EG0121P001"))
                        .collect(groupingBy(Inconsistency::kind, counting())))
                .isEqualTo(Map.of(
                        InconsistencyKind.LANE_TWICE, 1L,
                        InconsistencyKind.ELEMENT_TWICE, 1L,
                        InconsistencyKind.ELEMENT_WITHOUT_LANE, 1L,
                        InconsistencyKind.LANE_WITHOUT_RUN, 1L,
                        InconsistencyKind.IMPOSSIBLE_NUMBER, 1L,
                        InconsistencyKind.PROCESS_NEVER_ENDED, 1L,
                        InconsistencyKind.SAMPLE_UNKNOWN_TO_LIMS, 1L));
    }

    @Test
    void whatAStopCutOffIsMadeUpForAndNothingIsThereTwice() {
        long elements = connection.count("run_elements", new BsonDocument());
        connection.deleteAll("projects", BsonDocument.parse("{\"project_id\": {\"$nin\": [\"EG0104\", \"EG0117\"]}}"));
        years.load(reporting);
        assertThat(connection.count("run_elements", new BsonDocument())).isEqualTo(elements);
        assertThat(connection.count("projects", new BsonDocument())).isGreaterThan(25);
    }
}
