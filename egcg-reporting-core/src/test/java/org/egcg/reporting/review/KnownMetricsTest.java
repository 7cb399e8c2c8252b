package org.egcg.reporting.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.egcg.reporting.aggregation.KnownFields;
import org.egcg.reporting.aggregation.Relations;
import org.egcg.reporting.aggregation.YieldTable;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.instrument.Instruments;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.yaml.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A threshold looks at a number that there can be. */
class KnownMetricsTest {

    private static final Relations RELATIONS = Relations.packaged(new YieldTable(List.of(), Map.of()));

    @Test
    void thePackagedThresholdsLookAtFieldsThatExist() {
        KnownFields known = new KnownFields(Schemas.packaged(), RELATIONS);
        Thresholds packaged = Thresholds.packaged();

        packaged.lane().values().forEach(one -> assertKnown(known, "lanes", one));
        packaged.rapid().values().forEach(one -> assertKnown(known, "samples", one));
        packaged.sample().values().forEach(group -> group.values().forEach(one -> assertKnown(known, "samples", one)));
    }

    private static void assertKnown(KnownFields known, String resource, Threshold threshold) {
        assertThat(threshold.looksAt())
                .isNotEmpty()
                .allMatch(path -> known.has(resource, org.egcg.reporting.aggregation.FieldPath.of(path)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            lane: {aggregated.pc_q31: {value: 75, comparison: '>'}} \
                | mine.yaml: lane.aggregated.pc_q31: nothing computes aggregated.pc_q31, and no field of lanes is called so
            lane: {mine: {value: 75, comparison: '>', formula: 'aggregated.pc_q30 * nowhere'}} \
                | mine.yaml: lane.mine: nothing computes nowhere
            lane: {coverage.mean: {value: 75, comparison: '>'}}             | mine.yaml: lane.coverage.mean
            rapid: {rapid_analysis.nowhere: {value: 75, comparison: '>'}}   | mine.yaml: rapid.rapid_analysis.nowhere
            sample: {default: {aggregated.cv: {value: 75, comparison: '>'}}} | mine.yaml: sample.default.aggregated.cv
            sample: {Mus musculus: {covrage.mean: {value: 75, comparison: '>'}}} \
                | mine.yaml: sample.Mus musculus.covrage.mean
            """)
    void oneThatLooksAtNothingIsRefused(String yaml, String reason) {
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> checked(yaml, Schemas.packaged()))
                .withMessageContaining(reason);
    }

    @Test
    void fieldsOfObjectsThatTakeAnythingMayBeLookedAt() {
        Schemas schemas = Schemas.read("mine", "resources: {lanes: {item: lane, fields: {free: object}}}");
        String yaml = "lane: {free.whatever: {value: 1, comparison: '<'}}";

        assertThat(checked(yaml, schemas).lane()).hasSize(1);
    }

    @Test
    void thePackagedOnesMayLookAtFieldsThatASchemaOfOnesOwnLacks() {
        Schemas schemas = Schemas.read("mine", "resources: {lanes: {item: lane, fields: {lane_id: string}}}");

        assertThat(Thresholds.packaged()
                        .checked(Section.read("any", ""), new KnownFields(schemas, RELATIONS), Instruments.packaged()))
                .isEqualTo(Thresholds.packaged());
    }

    private static Thresholds checked(String yaml, Schemas schemas) {
        Section file = Section.read("mine.yaml", yaml);
        return Thresholds.read(file).checked(file, new KnownFields(schemas, RELATIONS), Instruments.packaged());
    }
}
