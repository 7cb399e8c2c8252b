package org.egcg.reporting.consistency;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.consistency.Inconsistency.Named;
import org.egcg.reporting.embedded.ExampleFacility;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.lims.SampleCourse;
import org.egcg.reporting.resource.Written;
import org.egcg.reporting.sample.SampleKinds;
import org.egcg.reporting.schema.Rule;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.OperationCounter;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        return new Inconsistencies(connection, SampleKinds.of(Map.of("negative", "NTC.*")), () -> lims, NOW).report();
    }

    @Test
    void aFacilityInOrderHasNothingThatDoesNotFit() {
        FaultyFacility facility = new FaultyFacility();
        facility.post(reporting);
        assertThat(looked(facility.known()).found()).isEmpty();
    }

    @Test
    void eachCollectionIsReadOnce() {
        new FaultyFacility().post(reporting);
        OperationCounter counter = new OperationCounter();
        try (MongoStore counted = counter.connect(store)) {
            counter.reset();
            InconsistencyReport report = new Inconsistencies(
                            counted, SampleKinds.of(Map.of()), () -> new LimsSamples(Set.of("one"), Set.of()), NOW)
                    .report();
            assertThat(report.missing()).isEmpty();
        }
        for (String resource : List.of("runs", "projects", "lanes", "samples", "run_elements", "unexpected_barcodes")) {
            assertThat(counter.of("find", resource)).as(resource).isEqualTo(1);
        }
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

    private static List<String> sentences(InconsistencyReport report, String run) {
        return report.about("runs", run).stream().map(Inconsistency::sentence).toList();
    }

    @Test
    void thePageOfARunTellsOfPartsThatNoPageShowsOrThatCountTwice() {
        FaultyFacility facility = new FaultyFacility();
        facility.plant();
        facility.post(reporting);
        InconsistencyReport report = looked(facility.known());
        String twice = facility.run(2);
        assertThat(sentences(report, twice))
                .containsExactlyInAnyOrder(
                        "Lane 2 of run " + twice + " is stored under several lane ids.",
                        "The barcode TTGACCAA in lane 1 of run " + twice + " is stored under several run element ids.");
        String lost = facility.run(6);
        assertThat(sentences(report, lost))
                .containsExactly("Run " + lost + " has run elements in lane 1, and no such lane is stored.");
        String deleted = facility.run(12);
        assertThat(sentences(report, deleted))
                .containsExactlyInAnyOrder(
                        "There is no run " + deleted + ", but there are lanes of it.",
                        "There is no run " + deleted + ", but there are run elements of it.",
                        "There is no run " + deleted + ", but there are unexpected barcodes of it.");
    }

    private static void counted(String prefix, Map<String, Rule> rules, Map<String, BsonValue> numbers) {
        rules.forEach((name, rule) -> {
            if (rule instanceof Rule.Structure structure) {
                counted(prefix + name + ".", structure.fields(), numbers);
            } else if (ImpossibleNumbers.isImpossible(name, -3) && rule instanceof Rule.Whole) {
                numbers.put(prefix + name, new BsonInt64(-3));
            } else if (ImpossibleNumbers.isImpossible(name, -3) && rule instanceof Rule.Decimal) {
                numbers.put(prefix + name, new BsonDouble(-3));
            }
        });
    }

    private static BsonDocument withOnly(Schema schema, String path, BsonValue number) {
        BsonDocument document = new BsonDocument();
        schema.rules().forEach((name, rule) -> {
            if (rule.terms().required()) {
                document.append(name, rule instanceof Rule.Whole ? new BsonInt64(1) : new BsonString(path));
            }
        });
        BsonDocument parent = document;
        String[] names = path.split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            parent.append(names[i], new BsonDocument());
            parent = parent.getDocument(names[i]);
        }
        parent.append(names[names.length - 1], number);
        return document;
    }

    @ParameterizedTest
    @CsvSource({"run_elements, 25", "unexpected_barcodes, 2", "lanes, 10", "samples, 20"})
    void eachFieldOfTheSchemaThatCountsSomethingIsLookedAt(String resource, int atLeast) {
        Schema schema = reporting.schema(resource);
        Map<String, BsonValue> numbers = new TreeMap<>();
        counted("", schema.rules(), numbers);
        BsonArray documents = new BsonArray();
        numbers.forEach((path, number) -> documents.add(withOnly(schema, path, number)));
        assertThat(reporting.writer().insert(schema, documents)).isInstanceOf(Written.Inserted.class);
        assertThat(numbers).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(looked(new LimsSamples(Set.of(), Set.of())).found().stream()
                        .filter(each -> each.kind() == InconsistencyKind.IMPOSSIBLE_NUMBER)
                        .flatMap(each -> each.documents().stream().map(Named::id)))
                .containsExactlyInAnyOrderElementsOf(numbers.keySet());
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
        Optional<LocalDateTime> day = Optional.of(LocalDate.parse(since).atStartOfDay());
        return new SampleCourse(sample, Optional.empty(), status, day, List.of(), Optional.empty(), Optional.empty());
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
        assertThat(looked(new LimsSamples(Set.of(), Set.of())).found().stream()
                        .filter(each -> each.kind() == InconsistencyKind.IMPOSSIBLE_NUMBER)
                        .map(Inconsistency::sentence))
                .isEmpty();
    }
}
