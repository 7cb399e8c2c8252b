package org.egcg.reporting.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
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

/** Limits for something in particular, and which of them holds. */
class LimitsTest {

    private static final Reviews SHIPPED = new Reviews(Thresholds.packaged(), Instruments.packaged());
    private static final String GOOD_MISEQ = """
            {"lane_id": "l", "run_id": "230825_M04034_0043_000000000-L6NVV", "aggregated": {"bases_r1": 3166564375,
             "bases_r2": 3166564375, "yield_in_gb": 6.33, "pc_q30": 92.8, "pc_q30_r1": 95.0, "pc_q30_r2": 90.0,
             "pc_adaptor": 7.0, "pc_undetermined": 17.8}}""";

    private static BsonDocument lane(String json) {
        return BsonDocument.parse(json);
    }

    private static Verdict verdict(String json) {
        return SHIPPED.lane(lane(json)).verdict();
    }

    @Test
    void aGoodLaneOfASmallInstrumentPasses() {
        assertThat(verdict(GOOD_MISEQ)).isEqualTo(new Verdict.Pass());
        assertThat(verdict(GOOD_MISEQ.replace("M04034", "E00306")).reasons())
                .contains("Yield < 120", "no value for Optical duplicate rate");
    }

    @Test
    void aLaneWhoseReadsAreUnassignedFails() {
        assertThat(verdict(GOOD_MISEQ.replace("17.8", "99.7")).comments()).isEqualTo("Failed due to Undetermined > 40");
        assertThat(verdict(GOOD_MISEQ.replace("17.8", "40"))).isInstanceOf(Verdict.Warn.class);
    }

    @Test
    void aWarningPassesAndIsNamed() {
        Verdict verdict = verdict(GOOD_MISEQ.replace("6.33", "4.4"));
        assertThat(verdict.word()).isEqualTo("warn");
        assertThat(verdict.reviewed()).isEqualTo("pass");
        assertThat(verdict.comments()).isEqualTo("pass");
        assertThat(verdict.reasons()).containsExactly("warning: Yield < 4.5");
    }

    @Test
    void aLimitOnReadTwoDoesNotApplyToARunWithOneRead() {
        String single = GOOD_MISEQ
                .replace("\"bases_r2\": 3166564375", "\"bases_r2\": null")
                .replace("\"pc_q30_r2\": 90.0", "\"pc_q30_r2\": null");
        Review review = SHIPPED.lane(lane(single));
        assertThat(review.verdict()).isEqualTo(new Verdict.Pass());
        assertThat(review.of("aggregated.pc_q30_r2")).map(Finding::standing).contains(Standing.DOES_NOT_APPLY);
        assertThat(review.of("aggregated.yield_in_gb")
                        .orElseThrow()
                        .bound()
                        .asNumber()
                        .doubleValue())
                .isEqualTo(0.5);
    }

    @Test
    void zeroBasesAreARead() {
        String zero = GOOD_MISEQ
                .replace("\"bases_r2\": 3166564375", "\"bases_r2\": 0")
                .replace("\"pc_q30_r2\": 90.0", "\"pc_q30_r2\": null");
        assertThat(verdict(zero).comments()).isEqualTo("Failed due to no value for PC Q30 R2");
    }

    @Test
    void aLaneWithoutDataIsNoDataYet() {
        Verdict verdict = verdict("{\"lane_id\": \"l\", \"aggregated\": {\"cv\": 0, \"bases_r1\": null}}");
        assertThat(verdict).isEqualTo(new Verdict.NoData());
        assertThat(verdict.word()).isEqualTo("no data yet");
        assertThat(verdict.reviewed()).isEqualTo("fail");
    }

    @Test
    void zeroIsANumberAndNotNoData() {
        Verdict verdict = verdict("{\"aggregated\": {\"yield_in_gb\": 0, \"bases_r1\": 0, \"bases_r2\": 0}}");
        assertThat(verdict).isInstanceOf(Verdict.Fail.class);
        assertThat(verdict.reasons()).contains("Yield < 120", "no value for PC Q30");
    }

    private static Reviews reviews(String yaml) {
        return new Reviews(Thresholds.read(Section.read("mine.yaml", yaml)), Instruments.packaged());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"run_id": "x", "aggregated": {"project_ids": ["q"], "bases_r1": 1, "bases_r2": 1}}                            | 1
            {"run_id": "200101_M00001_2_000000000-ABCDE", "aggregated": {"project_ids": ["q"], "bases_r1": 1, "bases_r2": 1}}       | 2
            {"run_id": "200101_M00001_2_000000000-ABCDE", "aggregated": {"project_ids": ["q"], "bases_r1": 1}}                      | 3
            {"run_id": "200101_M00001_2_000000000-DABCD", "aggregated": {"project_ids": ["q"], "bases_r1": 1}}                  | 4
            {"run_id": "200101_M00001_2_000000000-DABCD", "aggregated": {"project_ids": ["p"], "bases_r1": 1}}                  | 5
            {"run_id": "200101_M00001_2_000000000-DABCD", "aggregated": {"project_ids": ["p", "q"], "bases_r1": 1}}             | 4
            """, quoteCharacter = '~')
    void theMostSpecificLimitHolds(String document, double limit) {
        Reviews reviews = reviews("""
                lane:
                  aggregated.cv:
                    value: 1
                    comparison: '<'
                    cases:
                      - {when: {instrument: MiSeq}, value: 2}
                      - {when: {reads: 1}, value: 3}
                      - {when: {flow_cell: MiSeq Nano}, value: 4}
                      - {when: {project: p}, value: 5}
                """);
        assertThat(reviews.lane(lane(document))
                        .findings()
                        .get(0)
                        .bound()
                        .asNumber()
                        .doubleValue())
                .isEqualTo(limit);
    }

    @Test
    void aSampleOfSeveralModelsHasTheCommonLimit() {
        Reviews reviews = reviews("""
                sample:
                  default:
                    aggregated.cv: {value: 1, comparison: '<', cases: [{when: {instrument: [MiSeq, HiSeq X]}, value: 2},
                                    {when: {kind: control}, value: 3}, {when: {library_type: RNA}, value: 4}]}
                """);
        String miseq = "200101_M00001_2_000000000-ABCDE";
        assertThat(bound(reviews, "{'aggregated': {'run_ids': ['" + miseq + "', '200101_E00001_2_AHABCDCCXX']}}"))
                .isEqualTo(2);
        assertThat(bound(reviews, "{'aggregated': {'run_ids': ['" + miseq + "', '200101_A00001_2_AHABCDDSXX']}}"))
                .isEqualTo(1);
        assertThat(bound(reviews, "{'control': 'phix', 'library_type': 'RNA'}")).isEqualTo(3);
        assertThat(bound(reviews, "{'library_type': 'RNA'}")).isEqualTo(4);
    }

    private static double bound(Reviews reviews, String sample) {
        return reviews.sample(lane(sample), Requirements.UNKNOWN)
                .findings()
                .get(0)
                .bound()
                .asNumber()
                .doubleValue();
    }

    @Test
    void whatWasOrderedMayBeALimitAnywhere() {
        Reviews reviews = reviews("""
                sample:
                  default:
                    aggregated.yield_in_gb: {name: Y, ordered: yield, comparison: '>'}
                """);
        BsonDocument sample = lane("{'aggregated': {'yield_in_gb': 9}}");
        assertThat(reviews.sample(sample, new Requirements(new org.bson.BsonInt64(10), new org.bson.BsonInt64(30)))
                        .verdict()
                        .comments())
                .isEqualTo("Failed due to Y < 10");
        assertThat(reviews.sample(sample, Requirements.UNKNOWN)
                        .findings()
                        .get(0)
                        .standing())
                .isEqualTo(Standing.DOES_NOT_APPLY);
    }

    @Test
    void aSampleDoesNotPassAsLongAsItIsNotKnownWhatWasOrdered() {
        Reviews reviews = reviews("""
                sample:
                  default:
                    aggregated.yield_in_gb: {name: Y, ordered: yield, comparison: '>'}
                    aggregated.pc_q30: {name: Q, value: 75, comparison: '>'}
                """);
        Review unknown = reviews.sample(lane("{'aggregated': {'yield_in_gb': 9, 'pc_q30': 80}}"), Requirements.UNKNOWN);
        assertThat(unknown.verdict().word()).isEqualTo("no order known");
        assertThat(unknown.verdict().reasons()).containsExactly("no order known for Y");
        assertThat(unknown.differsFrom("pass")).isFalse();
        assertThat(reviews.sample(lane("{'aggregated': {'pc_q30': 7}}"), Requirements.UNKNOWN)
                        .verdict()
                        .comments())
                .isEqualTo("Failed due to Q < 75");
        assertThat(reviews.sample(lane("{}"), Requirements.UNKNOWN).verdict()).isEqualTo(new Verdict.NoData());
    }

    @Test
    void anotherLimitIsTriedWithWhatTheLimsSaysWasOrdered() {
        Reviews reviews = reviews("""
                sample: {default: {aggregated.yield_in_gb: {ordered: yield, comparison: '>'},
                                   aggregated.pc_q30: {value: 75, comparison: '>'}}}
                """);
        Thresholds stricter = reviews.thresholds()
                .changed(BsonDocument.parse("{sample: {default: {'aggregated.pc_q30': {value: 90}}}}"));
        WhatIf counts = WhatIf.comparing(reviews, stricter, Subject.SAMPLE);
        BsonDocument sample = lane("{'sample_id': 's', 'aggregated': {'yield_in_gb': 9, 'pc_q30': 80}}");
        counts.add(sample, Requirements.inLims(field -> Optional.of("8")));
        counts.add(sample);
        assertThat(counts.verdicts()).isEqualTo(Map.of("pass", 1L, "no order known", 1L));
        assertThat(counts.changed()).isEqualTo(Map.of("pass → fail", 1L, "no order known → fail", 1L));
    }

    @Test
    void pagesDoNotWarnOfWhatItFailsByAnyway() {
        Reviews reviews = reviews("""
                lane: {aggregated.pc_q30: {name: Q, value: 75, comparison: '>'}}
                run_element:
                  aggregated.pc_q30: {name: Q, warn: 75, comparison: '>'}
                  aggregated.cv: {name: Cv, warn: 1, comparison: '<'}
                """);
        Optional<Review> bad = Optional.of(reviews.lane(lane("{'aggregated': {'pc_q30': 72}}")));
        Verdict verdict = reviews.runElement(lane("{'aggregated': {'pc_q30': 72, 'cv': 2}}"), bad)
                .verdict();
        assertThat(verdict.said()).containsExactly("Q < 75", "warning: Cv > 1");
        assertThat(verdict.reasons()).containsExactlyInAnyOrder("Q < 75", "warning: Q < 75", "warning: Cv > 1");
    }

    @Test
    void aRunElementFailsWithItsLaneOrByALimitOfItsOwn() {
        Reviews reviews = reviews("""
                lane: {aggregated.cv: {name: Cv, value: 1, comparison: '<'}}
                run_element: {aggregated.pc_q30: {name: Q, value: 75, warn: 80, comparison: '>'}}
                """);
        Optional<Review> good = Optional.of(reviews.lane(lane("{'aggregated': {'cv': 0.5}}")));
        Optional<Review> bad = Optional.of(reviews.lane(lane("{'aggregated': {'cv': 2}}")));
        assertThat(reviews.runElement(lane("{'aggregated': {'pc_q30': 81}}"), good)
                        .verdict()
                        .word())
                .isEqualTo("pass");
        assertThat(reviews.runElement(lane("{'aggregated': {'pc_q30': 76}}"), good)
                        .verdict()
                        .word())
                .isEqualTo("warn");
        assertThat(reviews.runElement(lane("{'aggregated': {'pc_q30': 7}}"), good)
                        .verdict()
                        .comments())
                .isEqualTo("Failed due to Q < 75");
        assertThat(reviews.runElement(lane("{'aggregated': {'pc_q30': 7}}"), bad)
                        .verdict()
                        .comments())
                .isEqualTo("Failed due to Q < 75, Cv > 1");
        assertThat(reviews.runElement(lane("{}"), bad).verdict().comments()).isEqualTo("Failed due to Cv > 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            lane: {aggregated.pc_q31: {value: 75, comparison: '>'}} \
                | lane.aggregated.pc_q31: nothing computes aggregated.pc_q31, and no field of lanes is called so
            lane: {aggregated.cv: {value: 1, comparison: '<', cases: [{when: {instrument: HiSeqX}, value: 2}]}} \
                | lane.aggregated.cv.cases[0].when: no instrument model is called HiSeqX; instruments.yaml has HiSeq X, HiSeq 4000
            lane: {aggregated.cv: {value: 1, comparison: '<', cases: [{when: {flow_cell: S9}, value: 2}]}} \
                | lane.aggregated.cv.cases[0].when: no type of flow cell is called S9
            lane: {aggregated.cv: {value: 1, comparison: '<', cases: [{when: {instrument: MiSeq}, value: 2}, {when: {instrument: [iSeq, MiSeq]}, value: 3}]}} \
                | lane.aggregated.cv.cases[1].when: is as specific as lane.aggregated.cv.cases[0]
            sample: {default: {aggregated.cv: {value: 1, comparison: '<', cases: [{when: {species: Mus}, value: 2}]}}, Mus: {aggregated.cv: {value: 1, comparison: '<'}}} \
                | sample.default.aggregated.cv.cases[0].when: is as specific as sample.Mus.aggregated.cv
            lane: {aggregated.cv: {value: much, comparison: '<'}}       | lane.aggregated.cv.value: must be a number
            lane: {aggregated.cv: {value: 1, warn: some, comparison: '<'}} | lane.aggregated.cv.warn: must be a number
            lane: {aggregated.cv: {value: 1, warn: 2, comparison: '<'}} | lane.aggregated.cv.warn: lies beyond what fails
            lane: {aggregated.cv: {fail: 2, warn: 1, comparison: '>'}}  | lane.aggregated.cv.warn: lies beyond what fails
            lane: {aggregated.cv: {fail: 2, value: 1, comparison: '>'}} | lane.aggregated.cv.fail: says the same as value
            lane: {aggregated.cv: {value: 1, comparison: '<', cases: [{value: 2}]}}              | lane.aggregated.cv.cases[0].when: is missing
            lane: {aggregated.cv: {value: 1, comparison: '<', cases: [{when: {reads: 1}}]}}      | lane.aggregated.cv.cases[0].value: is missing
            lane: {aggregated.cv: {value: 1, comparison: '<', cases: [{when: {moon: full}, value: 2}]}} | lane.aggregated.cv.cases[0].when.moon: nothing depends on that
            lane: {aggregated.cv: {value: 1, comparison: '<', cases: [{when: {species: Mus}, value: 2}]}} | lane.aggregated.cv.cases[0].when.species: documents of lanes do not say their species
            sample: {Mus: {aggregated.cv: {value: 1, comparison: '<', cases: [{when: {species: Rat}, value: 2}]}}} | sample.Mus.aggregated.cv.cases[0].when.species: is said by the group already
            sample: {default: {coverage.mean: {ordered: pizza, comparison: '<'}}} | sample.default.coverage.mean.ordered: must be yield or coverage
            """)
    void aWrongFileIsRefusedWithFileKeyAndReason(String yaml, String reason) {
        Schemas schemas = Schemas.packaged();
        Relations relations = Relations.packaged(new YieldTable(List.of(), Map.of()));
        Section file = Section.read("mine.yaml", yaml);
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> Thresholds.read(file)
                        .checked(file, new KnownFields(schemas, relations), Instruments.packaged()))
                .withMessageStartingWith("mine.yaml: " + reason);
    }
}
