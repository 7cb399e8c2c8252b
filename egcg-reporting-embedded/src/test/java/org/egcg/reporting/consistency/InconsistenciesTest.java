package org.egcg.reporting.consistency;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.consistency.Inconsistency.Named;
import org.egcg.reporting.embedded.ExampleFacility;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.lims.SampleCourse;
import org.egcg.reporting.sample.SampleKinds;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InconsistenciesTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);

    private final TestStore store = new TestStore();
    private MongoStore connection;
    private Reporting reporting;

    @BeforeEach
    void open() {
        connection = store.connect();
        reporting = store.reporting(connection);
    }

    @AfterEach
    void close() {
        reporting.close();
        store.close();
    }

    private InconsistencyReport looked(LimsSamples lims) {
        return new Inconsistencies(
                        connection, SampleKinds.of(Map.of("negative", "NTC.*")), () -> lims, NOW)
                .report();
    }

    @Test
    void aFacilityInOrderHasNothingThatDoesNotFit() {
        FaultyFacility facility = new FaultyFacility();
        facility.post(reporting);
        assertThat(looked(facility.known()).found()).isEmpty();
    }

    @Test
    void fortyFaultsAreFoundAndNothingElse() {
        FaultyFacility facility = new FaultyFacility();
        facility.plant();
        facility.post(reporting);
        InconsistencyReport report = looked(facility.known());
        assertThat(facility.faults()).hasSize(40);
        assertThat(report.found().stream().map(FaultyFacility.Fault::of))
                .containsExactlyInAnyOrderElementsOf(facility.faults());
        assertThat(report.total()).isEqualTo(40);
        assertThat(new TreeMap<>(report.counts()))
                .isEqualTo(facility.faults().stream()
                        .collect(groupingBy(FaultyFacility.Fault::kind, TreeMap::new, counting())));
        assertThat(report.counts().keySet()).containsExactlyInAnyOrder(InconsistencyKind.values());
    }

    @Test
    void aFindingSaysWhatItIsAndWhichPagesItConcerns() {
        FaultyFacility facility = new FaultyFacility();
        facility.plant();
        facility.post(reporting);
        InconsistencyReport report = looked(facility.known());
        Inconsistency twice = report.found().stream()
                .filter(each -> each.kind() == InconsistencyKind.LANE_TWICE)
                .findFirst()
                .orElseThrow();
        String run = facility.run(1);
        assertThat(twice.sentence()).isEqualTo("Lane 2 of run " + run + " is stored under several lane ids.");
        assertThat(twice.documents())
                .containsExactlyInAnyOrder(new Named("lanes", run + "_2"), new Named("lanes", run + "_L2"));
        assertThat(report.about("runs", run)).contains(twice);
        assertThat(report.about("runs", facility.run(49))).isEmpty();
    }

    @Test
    void withoutItsLimsTheRestIsFoundAllTheSame() {
        FaultyFacility facility = new FaultyFacility();
        facility.plant();
        facility.post(reporting);
        Inconsistencies looking = new Inconsistencies(
                connection,
                SampleKinds.of(Map.of("negative", "NTC.*")),
                () -> {
                    throw new Unavailable("lims", "away", null);
                },
                NOW);
        assertThat(looking.lastAbout("runs", facility.run(1))).isEmpty();
        assertThat(looking.report().missing())
                .containsExactly("The LIMS does not answer; its samples were not compared.");
        assertThat(looking.report().total()).isEqualTo(34);
        assertThat(looking.lastAbout("runs", facility.run(1))).isNotEmpty();
    }

    private static SampleCourse course(String sample, String status, String since) {
        Optional<LocalDate> day = Optional.of(LocalDate.parse(since));
        return new SampleCourse(
                sample, Optional.empty(), status, day, List.of(), Optional.empty(), Optional.empty());
    }

    @Test
    void whatTheLimsHasSequencedShouldBeKnownAfterAWeek() {
        LimsSamples samples = LimsSamples.of(
                List.of(
                        course("a", "bioinformatics", "2026-11-20"),
                        course("b", "bioinformatics", "2026-11-25"),
                        course("c", "sequencing", "2026-10-01"),
                        new SampleCourse(
                                "d",
                                Optional.empty(),
                                "finished",
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty())),
                LocalDate.of(2026, 11, 28));
        assertThat(samples.all()).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(samples.sequenced()).containsExactly("a");
    }

    @Test
    void theExampleFacilityHasNoImpossibleNumberByAccident() {
        ExampleFacility.load(reporting);
        assertThat(looked(new LimsSamples(java.util.Set.of(), java.util.Set.of()))
                        .found()
                        .stream()
                        .filter(each -> each.kind() == InconsistencyKind.IMPOSSIBLE_NUMBER)
                        .map(Inconsistency::sentence))
                .isEmpty();
    }
}
