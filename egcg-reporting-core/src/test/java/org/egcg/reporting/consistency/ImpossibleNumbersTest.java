package org.egcg.reporting.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpossibleNumbersTest {

    private static Map<String, String> in(String json) {
        return ImpossibleNumbers.in(BsonDocument.parse(json));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {passing_filter_reads: 3100000, total_reads: 3000000} | passing_filter_reads | passing filter reads is 3,100,000 of 3,000,000 total reads
            {passing_filter_reads: 3100000, total_reads: 3000000} | total_reads | passing filter reads is 3,100,000 of 3,000,000 total reads
            {q30_bases_r2: 151, bases_r2: 150} | q30_bases_r2 | q30 bases r2 is 151 of 150 bases r2
            {clean_q30_bases_r3: 91, clean_bases_r3: 90} | clean_q30_bases_r3 | clean q30 bases r3 is 91 of 90 clean bases r3
            {clean_reads: {$numberLong: '-7'}} | clean_reads | clean reads is -7
            {pc_reads_in_lane: 100.5} | pc_reads_in_lane | pc reads in lane is 100.5 per cent
            {mapping_metrics: {mapped_reads: 12, bam_file_reads: 11}} | mapping_metrics.mapped_reads | mapped reads is 12 of 11 bam file reads
            {aggregated: {pc_pass_filter: 240.0}} | aggregated.pc_pass_filter | pc pass filter is 240 per cent
            {aggregated: {yield_in_gb: -0.5}} | aggregated.yield_in_gb | yield in gb is -0.5
            {interop_metrics: {pc_error_r1: -1.5}} | interop_metrics.pc_error_r1 | pc error r1 is -1.5 per cent
            """)
    void aNumberThatCannotBeIsFoundUnderItsPath(String document, String path, String sentence) {
        assertThat(in(document)).containsEntry(path, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{total_reads: 0, passing_filter_reads: 0, bases_r1: 0, q30_bases_r1: 0}",
                "{gc_bias: {slope: -2.5, mean_deviation: -1}}",
                "{pc_reads_in_lane: 100.00000000001, lane_pc_optical_dups: 0.0}",
                "{total_reads: 'many', pc_q30: null}",
                "{lane: -1, aggregated: {cv: 240.5}}",
                "{interop_metrics: {pc_clust_pf_stdev_r1: 140}}"
            })
    void whatCanBeIsNotFound(String document) {
        assertThat(in(document)).isEmpty();
    }

    @Test
    void whatIsComputedOfOthersIsNoFaultOfTheDocumentItself() {
        BsonDocument element = BsonDocument.parse("{bases_r1: 10, aggregated: {pc_q30: 120}}");
        assertThat(ImpossibleNumbers.ownOf(element)).isEmpty();
        assertThat(ImpossibleNumbers.in(element)).containsOnlyKeys("aggregated.pc_q30");
    }
}
