package org.egcg.reporting.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.instrument.Instruments;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.yaml.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdsTest {

    private static final Thresholds SHIPPED = ShippedThresholds.read();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rapid | rapid_analysis.yield             | Yield                  | > | 110
            rapid | rapid_analysis.pc_q30            | PC Q30                 | > | 75
            lane  | aggregated.yield_in_gb           | Yield                  | > | 120
            lane  | aggregated.pc_q30                | PC Q30                 | > | 75
            lane  | aggregated.pc_q30_r1             | PC Q30 R1              | > | 70
            lane  | aggregated.pc_q30_r2             | PC Q30 R2              | > | 70
            lane  | aggregated.pc_adaptor            | PC Adapter             | < | 10
            lane  | aggregated.pc_opt_duplicate_reads| Optical duplicate rate | < | 30
            lane  | compound_yield_adapter_duplicates| Yield with no adapters and no duplicates | > | 96
            sample/default      | aggregated.pc_duplicate_reads        | Dup. rate          | < | 35
            sample/Homo sapiens | genotype_validation.mismatching_snps | Genotyping error   | < | 5
            sample/Homo sapiens | genotype_validation.no_call_seq      | Genotyping quality | < | 10
            """)
    void theShippedThresholdsAreThese(String group, String metric, String name, String comparison, long value) {
        Threshold threshold = group(group).get(metric);
        assertThat(threshold.name()).isEqualTo(name);
        assertThat(threshold.comparison().sign()).isEqualTo(comparison);
        assertThat(threshold.limit()).isEqualTo(Limit.of(value));
    }

    private static Map<String, Threshold> group(String group) {
        return switch (group) {
            case "rapid" -> SHIPPED.rapid();
            case "lane" -> SHIPPED.lane();
            default -> SHIPPED.sample().get(group.substring("sample/".length()));
        };
    }

    @Test
    void nothingElseIsShipped() {
        assertThat(SHIPPED.rapid()).hasSize(2);
        assertThat(SHIPPED.lane()).hasSize(8);
        assertThat(SHIPPED.runElement().values()).allMatch(one -> one.limit() instanceof Limit.None);
        assertThat(SHIPPED.sample()).containsOnlyKeys("default", "Homo sapiens");
        assertThat(SHIPPED.sample().get("default").values())
                .filteredOn(one -> !(one.limit() instanceof Limit.None))
                .hasSize(3);
        assertThat(SHIPPED.sample().get("Homo sapiens")).hasSize(2);
    }

    @Test
    void yieldAndCoverageOfSamplesFollowFromTheOrder() {
        Requirements ordered = new Requirements(new BsonInt64(60), new BsonDouble(15.5));
        Review review = reviewed(SHIPPED, "Gallus gallus", ordered);
        assertThat(limit(review, "aggregated.clean_yield_in_gb")).isEqualTo(Limit.of(60));
        assertThat(limit(review, "coverage.mean")).isEqualTo(Limit.of(15.5));
        assertThat(SHIPPED.sample().get("default").get("coverage.mean").limit()).isEqualTo(Limit.ORDERED_COVERAGE);
    }

    private static Review reviewed(Thresholds thresholds, String species, Requirements ordered) {
        return new Reviews(thresholds, Instruments.packaged())
                .sample(new BsonDocument("species_name", new BsonString(species)), ordered);
    }

    private static Limit limit(Review review, String metric) {
        return review.of(metric).orElseThrow().threshold().limit();
    }

    @Test
    void theThresholdOfASpeciesWinsOverTheCommonOne() {
        Thresholds thresholds = read("""
                sample:
                  default:
                    aggregated.pc_duplicate_reads: {name: Dup. rate, value: 35, comparison: '<'}
                    coverage.mean: {name: Mean coverage, comparison: '>'}
                  Tarsius syrichta:
                    aggregated.pc_duplicate_reads: {name: Dup. rate, value: 50.5, comparison: '<'}
                    coverage.mean: {name: Mean coverage, value: 3, comparison: '>'}
                """);
        Requirements required = new Requirements(new BsonInt64(1), new BsonInt64(30));
        Review tarsier = reviewed(thresholds, "Tarsius syrichta", required);
        assertThat(limit(tarsier, "aggregated.pc_duplicate_reads")).isEqualTo(Limit.of(50.5));
        assertThat(limit(tarsier, "coverage.mean")).isEqualTo(Limit.of(3));
        assertThat(limit(reviewed(thresholds, "Homo sapiens", required), "coverage.mean"))
                .isEqualTo(Limit.of(30));
    }

    @Test
    void theVersionFollowsTheContentAlone() {
        Thresholds one = read("lane: {a: {name: A, value: 1, comparison: '>'}, b: {value: 2, comparison: '<'}}");
        Thresholds same =
                read("# b first\nlane: {b: {comparison: '<', value: 2}, a: {comparison: '>', name: A, value: 1}}");
        Thresholds other = read("lane: {a: {name: A, value: 1, comparison: '<'}, b: {value: 2, comparison: '<'}}");
        assertThat(one.version()).hasSize(64).isEqualTo(same.version()).isNotEqualTo(other.version());
    }

    @Test
    void thresholdsReadBackFromTheirDocumentAreTheSame() {
        assertThat(read(JsonWriter.text(SHIPPED.document()))).isEqualTo(SHIPPED);
    }

    @Test
    void aMetricWithoutANameIsCalledByItself() {
        assertThat(read("lane: {a.b: {value: 1, comparison: '>'}}")
                        .lane()
                        .get("a.b")
                        .name())
                .isEqualTo("a.b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lane: 5                                                  | lane: must be a mapping
            run: {}                                                  | run: unknown key
            lane: {a: 1}                                             | lane.a: must be a mapping
            lane: {a: {value: 1, comparison: '>', nmae: A}}          | lane.a.nmae: unknown key
            lane: {a: {comparison: '>'}}                             | lane.a.value: is missing
            lane: {a: {value: x, comparison: '>'}}                   | lane.a.value: must be a number
            lane: {a: {value: .nan, comparison: '>'}}                | lane.a.value: must be a finite number
            lane: {a: {value: -.inf, comparison: '>'}}               | lane.a.value: must be a finite number
            lane: {a: {value: 1}}                                    | lane.a.comparison: is missing
            lane: {a: {value: 1, comparison: '>='}}                  | lane.a.comparison: must be '>' or '<', not '>='
            lane: {a: {value: 1, comparison: '>', name: ' '}}        | lane.a.name: must not be blank
            lane: {a: {value: 1, comparison: '>', formula: 'b +'}}   | lane.a.formula: formula 'b +', position 4: a number, a text in quotes, a field, a function or a parenthesis is expected
            sample: {default: {coverage.mean: {value: 3, comparison: '>'}}} | sample.default.coverage.mean.value: must be left out: each sample requires its own
            sample: {Homo sapiens: {a: {comparison: '>'}}}           | sample.Homo sapiens.a.value: is missing
            lane: {a: {value: 1, comparison: '>'}, a: {value: 2, comparison: '>'}} | line 1: found duplicate key a
            lane: {a: !!java.net.URL [x]}                            | line 1: Global tag is not allowed: tag:yaml.org,2002:java.net.URL
            """, quoteCharacter = '"')
    void aBadFileIsRefusedWithFileKeyAndReason(String yaml, String reason) {
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> read(yaml))
                .withMessage("thresholds.yaml: " + reason);
    }

    @Test
    void thresholdsAreNotToBeChanged() {
        Map<String, Threshold> lane = SHIPPED.lane();
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(lane::clear);
        assertThat(read("").lane()).isEmpty();
    }

    private static Thresholds read(String yaml) {
        return Thresholds.read(Section.read("thresholds.yaml", yaml));
    }
}
