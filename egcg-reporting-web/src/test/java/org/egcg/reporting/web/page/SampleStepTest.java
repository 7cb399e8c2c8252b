package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleStepTest {

    @ParameterizedTest
    @CsvSource({
        "finished, not marked, '', delivery, DECIDE",
        "finished, yes, '', delivery, DELIVER",
        "finished, yes, yes, delivery, NONE",
        "finished, no, '', delivery, NONE_REJECTED",
        "failed, '', '', bioinformatics, RESTART",
        "aborted, not marked, '', '', RESTART",
        "processing, '', '', bioinformatics, WAIT",
        "'', '', '', library_queue, LABORATORY",
        "reprocess, '', '', bioinformatics, LABORATORY",
        "'', '', '', '', UNKNOWN",
        "failed, '', '', removed, NONE"
    })
    void whatIsNextFollowsFromPipelineDecisionAndLims(
            String process, String useable, String delivered, String lims, SampleStep step) {
        assertThat(SampleStep.of(process, useable, delivered, lims)).isEqualTo(step);
    }
}
