package org.egcg.reporting.lims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.yaml.Section;
import org.junit.jupiter.api.Test;

final class StatusDefinitionsTest {

    private final StatusDefinitions shipped = ShippedDefinitions.read();

    @Test
    void theShippedTableKnowsTheWayOfASample() {
        assertThat(shipped.order())
                .containsExactly(
                        "sample_submission",
                        "sample_qc",
                        "library_queue",
                        "library_preparation",
                        "sequencing_queue",
                        "sequencing",
                        "bioinformatics",
                        "delivery",
                        "finished",
                        "replace",
                        "removed");
        assertThat(shipped.statuses()).endsWith("removed", "genotyped", "invoiced");
    }

    @Test
    void theShippedTableHoldsEveryStep() {
        assertThat(shipped.completed()).hasSize(22).containsEntry("Eval qPCR Quant", "sequencing_queue");
        assertThat(shipped.queued()).hasSize(17).containsEntry("AUTOMATED - Sequence", "sequencing");
        assertThat(shipped.additional()).hasSize(4).containsEntry("Finance - Invoice Processed", "invoiced");
        assertThat(shipped.libraryTypes()).hasSize(2).containsEntry("Amp PCR", "nano");
        assertThat(shipped.planned()).hasSize(4).containsEntry("TruSeq PCR-Free Sample Prep", "pcr_free");
        assertThat(shipped.started()).hasSize(4).contains("Receive Sample 4.0");
        assertThat(shipped.protocol("TruSeq Nano Sample Prep")).isEqualTo("nano");
        assertThat(shipped.protocol("KAPA")).isEqualTo("KAPA");
        assertThat(shipped.finishes("Data Release EG 2.0 ST")).isTrue();
        assertThat(shipped.finishes("Eval qPCR Quant")).isFalse();
    }

    @Test
    void anUnknownStatusIsRefusedWithFileKeyAndReason() {
        assertRefused(
                shipped("Amp PCR: TRUSEQ_NANO", "Amp PCR: NANO"),
                "statuses.yaml: library_type_step_completed.Amp PCR: unknown status NANO");
        assertRefused(shipped("- SAMPLE_QC", "- SAMPLE_QA"), "statuses.yaml: status_order: unknown status SAMPLE_QA");
    }

    @Test
    void aStepThatStandsTwiceIsRefusedWithFilePlaceAndReason() {
        assertRefused(
                shipped("Create CFP Batch: LIBRARY_PREP", "Eval qPCR Quant: LIBRARY_PREP"),
                "statuses.yaml: line 51: found duplicate key Eval qPCR Quant");
        assertRefused(
                shipped("- Receive Sample 4.0", "- Receive Sample EG 6.1"),
                "statuses.yaml: started_steps: Receive Sample EG 6.1 stands there twice");
    }

    @Test
    void anUnknownKeyAndAMissingOrderAreRefused() {
        assertRefused("step_compleeted_to_status: {}", "statuses.yaml: step_compleeted_to_status: unknown key");
        assertRefused("status_names: {A: a}", "statuses.yaml: status_order: must name at least one status");
    }

    private static String shipped(String written, String instead) {
        assertThat(ShippedDefinitions.yaml()).contains(written);
        return ShippedDefinitions.yaml().replace(written, instead);
    }

    private static void assertRefused(String yaml, String message) {
        assertThatThrownBy(() -> StatusDefinitionsFile.read(Section.read("statuses.yaml", yaml)))
                .isInstanceOf(Misconfigured.class)
                .hasMessageStartingWith(message);
    }
}
