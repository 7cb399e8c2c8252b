package org.egcg.reporting.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.egcg.reporting.instrument.Instruments;
import org.egcg.reporting.yaml.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A thresholds file as the original service has it still works, and gives the original's verdicts. */
class OriginalThresholdsTest {

    private static final Reviews REVIEWS = new Reviews(read(), Instruments.packaged());
    private static final String LANE = """
            {"run_id": "%s", "aggregated": {"yield_in_gb": %s, "pc_q30": %s, "pc_q30_r1": %s, "pc_q30_r2": %s,
             "pc_adaptor": %s, "pc_opt_duplicate_reads": %s, "pc_duplicate_reads": %s}}""";

    private static Thresholds read() {
        try (InputStream file = OriginalThresholdsTest.class.getResourceAsStream("original_thresholds.yaml")) {
            return Thresholds.read(Section.read("original", new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            140    | 83 | 89 | 78   | 0.5  | 21 | 22 | pass
            120    | 75 | 70 | 70   | 10   | 30 | 1  | pass
            119.99 | 83 | 89 | 69.9 | 10.5 | 21 | 22 | Failed due to PC Adapter > 10, PC Q30 R2 < 70, Yield < 120, Yield with no adapters and no duplicates < 96
            140    | 74 | 89 | 78   | 0    | 31 | 0  | Failed due to Optical duplicate rate > 30, PC Q30 < 75
            """)
    void lanesOfAllInstrumentsAreJudgedAlike(
            String yield,
            String q30,
            String r1,
            String r2,
            String adaptor,
            String optical,
            String dup,
            String comment) {
        for (String run : new String[] {"run_1", "200101_M00001_1_000000000-ABCDE", "200101_A00001_1_AHABCDDSXX"}) {
            BsonDocument lane = BsonDocument.parse(LANE.formatted(run, yield, q30, r1, r2, adaptor, optical, dup));
            assertThat(REVIEWS.lane(lane).verdict().comments()).isEqualTo(comment);
            assertThat(REVIEWS.lane(lane).verdict().reviewed()).isEqualTo(comment.equals("pass") ? "pass" : "fail");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "yield_in_gb",
        "pc_q30",
        "pc_q30_r1",
        "pc_q30_r2",
        "pc_adaptor",
        "pc_opt_duplicate_reads",
        "pc_duplicate_reads"
    })
    void aMissingMetricFailsAndSaysSo(String missing) {
        BsonDocument lane = BsonDocument.parse(LANE.formatted("run_1", 140, 83, 89, 78, 0.5, 21, 22));
        lane.getDocument("aggregated").remove(missing);
        Verdict verdict = REVIEWS.lane(lane).verdict();
        assertThat(verdict.reviewed()).isEqualTo("fail");
        assertThat(verdict.reasons()).isNotEmpty().allMatch(reason -> reason.startsWith("no value for "));
    }

    @Test
    void samplesAreJudgedByWhatWasOrderedAndByTheirSpecies() {
        Requirements ordered = new Requirements(new BsonInt64(120), new BsonInt64(30));
        BsonDocument sample = BsonDocument.parse("""
                {"coverage": {"mean": 29.9}, "aggregated": {"clean_yield_in_gb": 119, "pc_duplicate_reads": 36},
                 "species_name": "Homo sapiens", "genotype_validation": {"mismatching_snps": 6, "no_call_seq": 11}}""");
        assertThat(REVIEWS.sample(sample, ordered).verdict().comments())
                .isEqualTo("Failed due to Yield < 120, Dup. rate > 35, Mean coverage < 30, Genotyping error > 5,"
                        + " Genotyping quality > 10");
        sample.remove("genotype_validation");
        assertThat(REVIEWS.sample(sample, ordered).verdict()).isEqualTo(new Verdict.GenotypeMissing());
    }
}
