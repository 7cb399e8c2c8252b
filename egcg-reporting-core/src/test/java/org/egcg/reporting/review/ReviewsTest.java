package org.egcg.reporting.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.egcg.reporting.instrument.Instruments;
import org.egcg.reporting.yaml.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewsTest {

    private static final Reviews REVIEWS = new Reviews(ShippedThresholds.read(), Instruments.packaged());
    private static final String COMPOUND = "Yield with no adapters and no duplicates < 96";
    private static final String NO_COMPOUND = "no value for Yield with no adapters and no duplicates";

    @ParameterizedTest
    @CsvSource({"140.0,83,89,78,0.5,21,22", "120,75,70,70,10,30,1"})
    void aLaneOnOrAboveItsThresholdsPasses(
            double yield, double q30, double r1, double r2, double adaptor, double optical, double duplicates) {
        Review review = REVIEWS.lane(lane(yield, q30, r1, r2, adaptor, optical, duplicates));
        assertThat(review.verdict().reviewed()).isEqualTo("pass");
        assertThat(review.verdict().comments()).isEqualTo("pass");
    }

    @Test
    void aLaneFailsDueToWhatItMissesByMetric() {
        Review review = REVIEWS.lane(lane(119.99, 83, 89, 69.9, 10.5, 21, 22));
        assertThat(review.verdict().reviewed()).isEqualTo("fail");
        assertThat(review.verdict().comments())
                .isEqualTo("Failed due to PC Adapter > 10, PC Q30 R2 < 70, Yield < 120, " + COMPOUND);
        assertThat(value(review, "compound_yield_adapter_duplicates")).isEqualTo(83.765019, within());
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-9);
    }

    private static double value(Review review, String metric) {
        return review.findings().stream()
                .filter(finding -> finding.threshold().metric().equals(metric))
                .mapToDouble(finding -> finding.value().asNumber().doubleValue())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCompoundYieldIsWhatAdaptersAndDuplicatesLeave() {
        assertThat(value(REVIEWS.lane(lane(140.0, 83, 89, 78, 0.5, 21, 22)), "compound_yield_adapter_duplicates"))
                .isEqualTo(108.654, within());
    }

    @Test
    void aMissingMetricFailsTheFormulaThatNeedsIt() {
        BsonDocument lane = lane(140, 83, 89, 78, 0.5, 21, 22);
        lane.getDocument("aggregated").remove("pc_duplicate_reads");
        assertThat(REVIEWS.lane(lane).verdict().comments()).isEqualTo("Failed due to " + NO_COMPOUND);
        lane.getDocument("aggregated").put("pc_duplicate_reads", BsonNull.VALUE);
        assertThat(REVIEWS.lane(lane).verdict().comments()).isEqualTo("Failed due to " + NO_COMPOUND);
    }

    @Test
    void noVerdictRestsOnANumberThatCannotBe() {
        Review review = REVIEWS.lane(lane(140, 163.4, 89, 78, 0.5, 21, 22));
        assertThat(review.verdict().comments()).isEqualTo("Failed due to no possible value for PC Q30");
        assertThat(REVIEWS.lane(lane(-3, 83, 89, 78, 0.5, 21, 22)).verdict().comments())
                .contains("no possible value for Yield");
    }

    @Test
    void aLaneOfNothingButImpossibleNumbersFailsAndHasData() {
        BsonDocument lane = BsonDocument.parse("{lane_id: 'r_1', aggregated: {pc_q30: -7.0}}");
        assertThat(REVIEWS.lane(lane).verdict().word()).isEqualTo("fail");
    }

    @Test
    void zeroIsANumber() {
        assertThat(REVIEWS.lane(lane(140, 83, 89, 78, 0, 0, 0)).verdict()).isEqualTo(new Verdict.Pass());
    }

    @Test
    void aLaneWithoutAggregatedFieldsHasNoDataYet() {
        Verdict verdict =
                REVIEWS.lane(BsonDocument.parse("{'lane_id': 'run_1_1'}")).verdict();
        assertThat(verdict.word()).isEqualTo("no data yet");
        assertThat(verdict.reviewed()).isEqualTo("fail");
        assertThat(verdict.comments()).isEqualTo("Failed due to no data yet");
    }

    @Test
    void textInThePlaceOfANumberIsNoValue() {
        BsonDocument lane = lane(140, 83, 89, 78, 0.5, 21, 22);
        lane.getDocument("aggregated").put("yield_in_gb", new BsonString("140"));
        assertThat(REVIEWS.lane(lane).verdict().comments())
                .isEqualTo("Failed due to no value for Yield, " + NO_COMPOUND);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            109   | 74   | Failed due to PC Q30 < 75, Yield < 110
            110   | 75   | pass
            109.9 | 80   | Failed due to Yield < 110
            """)
    void aRapidAnalysisIsJudgedByItsOwnThresholds(double yield, double q30, String comments) {
        BsonDocument sample = new BsonDocument(
                "rapid_analysis",
                new BsonDocument("yield", new BsonDouble(yield)).append("pc_q30", new BsonDouble(q30)));
        assertThat(REVIEWS.rapid(sample).verdict().comments()).isEqualTo(comments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            120.17 | 30.34 | 20 | pass
            120    | 30    | 35 | pass
            119.9  | 30    | 35 | Failed due to Yield < 120
            120    | 29.9  | 35.1 | Failed due to Dup. rate > 35, Mean coverage < 30
            """)
    void aSampleIsJudgedByWhatWasOrdered(double yield, double mean, double duplicates, String comments) {
        Review review = REVIEWS.sample(sample(yield, mean, duplicates), required(120, 30));
        assertThat(review.verdict().comments()).isEqualTo(comments);
        assertThat(review.verdict().reviewed()).isEqualTo(comments.equals("pass") ? "pass" : "fail");
    }

    @Test
    void aSampleWithoutMeasurementsHasNoDataYet() {
        BsonDocument sample = BsonDocument.parse("{'sample_id': 's', 'species_name': 'Gallus gallus'}");
        assertThat(REVIEWS.sample(sample, required(120, 30)).verdict().comments())
                .isEqualTo("Failed due to no data yet");
    }

    @Test
    void theLimitsPrintAsTheLimsGaveThem() {
        Requirements required = new Requirements(new BsonDouble(30.5), new BsonInt64(15));
        assertThat(REVIEWS.sample(sample(20, 15.5, 1), required).verdict().comments())
                .isEqualTo("Failed due to Yield < 30.5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'mismatching_snps': 12, 'no_call_seq': 11} | fail | Failed due to Genotyping error > 5, Genotyping quality > 10
            {'mismatching_snps': 5, 'no_call_seq': 0}   | pass | pass
            {}                                          | fail | Failed due to no value for Genotyping error, no value for Genotyping quality
            """, quoteCharacter = '"')
    void aHumanSampleIsAlsoJudgedByItsGenotype(String genotype, String reviewed, String comments) {
        Verdict verdict = REVIEWS.sample(
                        human().append("genotype_validation", BsonDocument.parse(genotype)), required(120, 30))
                .verdict();
        assertThat(verdict.reviewed()).isEqualTo(reviewed);
        assertThat(verdict.comments()).isEqualTo(comments);
    }

    @Test
    void aHumanSampleWithoutGenotypeIsNeitherGoodNorBad() {
        for (BsonDocument sample : new BsonDocument[] {
            human(),
            human().append("genotype_validation", BsonNull.VALUE),
            human().append("coverage", new BsonDocument())
        }) {
            Review review = REVIEWS.sample(sample, required(120, 30));
            assertThat(review.verdict()).isEqualTo(new Verdict.GenotypeMissing());
            assertThat(review.findings())
                    .noneMatch(finding -> finding.threshold().metric().startsWith("genotype_validation"));
        }
    }

    /** What was measured of its run elements alone can fail nothing of the sample. */
    @Test
    void aHumanSampleThatHasNoDataIsNotSaidToLackItsGenotype() {
        BsonDocument sequenced = BsonDocument.parse(
                "{'species_name': 'Homo sapiens', 'aggregated': {'from_all_run_elements': {'pc_duplicate_reads': 12}}}");
        for (BsonDocument sample :
                new BsonDocument[] {BsonDocument.parse("{'species_name': 'Homo sapiens'}"), sequenced}) {
            Verdict verdict = REVIEWS.sample(sample, required(120, 30)).verdict();
            assertThat(verdict.word()).isEqualTo("no data yet");
            assertThat(verdict.reviewed()).as("as it was always recorded").isEqualTo("genotype missing");
            assertThat(verdict.comments()).isEqualTo("Failed due to missing genotype");
        }
    }

    @Test
    void pagesCallMetricsAsTheirColumnsDo() {
        Verdict verdict = REVIEWS.lane(BsonDocument.parse("{'aggregated': {'yield_in_gb': 200, 'pc_q30': 60}}"))
                .verdict();
        assertThat(verdict.reasons()).contains("PC Q30 < 75", "no value for PC Adapter");
        assertThat(verdict.said())
                .contains("%Q30 < 75", "no value for % Adapter")
                .hasSameSizeAs(verdict.reasons());
    }

    @Test
    void theGenotypeOfOtherSpeciesDoesNotCount() {
        BsonDocument chicken = sample(120, 30, 1)
                .append("species_name", new BsonString("Gallus gallus"))
                .append("genotype_validation", BsonDocument.parse("{'mismatching_snps': 99}"));
        assertThat(REVIEWS.sample(chicken, required(120, 30)).verdict()).isEqualTo(new Verdict.Pass());
    }

    @Test
    void aReviewExplainsItself() {
        Thresholds thresholds = Thresholds.read(
                Section.read(
                        "t",
                        "lane: {a: {value: 3.5, comparison: '>'}, twice: {name: Twice, formula: 2*b, value: 4, comparison: '<'}}"));
        Review review = new Reviews(thresholds, Instruments.packaged())
                .lane(BsonDocument.parse("{'lane_id': 'r_1', 'a': 3, 'b': 2}"));
        BsonDocument expected = BsonDocument.parse("""
                {"resource": "lanes", "id": "r_1", "verdict": "fail", "reasons": ["a < 3.5"], "reviewed": "fail", "review_comments": "Failed due to a < 3.5",
                 "thresholds": "%s",
                 "metrics": [
                   {"metric": "a", "name": "a", "value": 3, "comparison": ">", "threshold": 3.5, "verdict": "fail"},
                   {"metric": "twice", "name": "Twice", "value": 4.0, "comparison": "<", "threshold": {"$numberLong": "4"},
                    "verdict": "pass", "formula": "2*b"}]}""".formatted(thresholds.version()));
        assertThat(review.explanation()).isEqualTo(expected);
    }

    private static BsonDocument lane(
            double yield, double q30, double r1, double r2, double adaptor, double optical, double duplicates) {
        return new BsonDocument(
                "aggregated",
                new BsonDocument("yield_in_gb", new BsonDouble(yield))
                        .append("pc_q30", new BsonDouble(q30))
                        .append("pc_q30_r1", new BsonDouble(r1))
                        .append("pc_q30_r2", new BsonDouble(r2))
                        .append("pc_adaptor", new BsonDouble(adaptor))
                        .append("pc_opt_duplicate_reads", new BsonDouble(optical))
                        .append("pc_duplicate_reads", new BsonDouble(duplicates)));
    }

    private static BsonDocument sample(double yield, double mean, double duplicates) {
        return new BsonDocument("coverage", new BsonDocument("mean", new BsonDouble(mean)))
                .append(
                        "aggregated",
                        new BsonDocument("clean_yield_in_gb", new BsonDouble(yield))
                                .append("pc_duplicate_reads", new BsonDouble(duplicates)));
    }

    private static BsonDocument human() {
        return sample(121, 31, 20).append("species_name", new BsonString("Homo sapiens"));
    }

    private static Requirements required(long yield, long coverage) {
        return new Requirements(new BsonInt64(yield), new BsonInt64(coverage));
    }
}
