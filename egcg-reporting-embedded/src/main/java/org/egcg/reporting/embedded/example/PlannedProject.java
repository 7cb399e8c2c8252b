package org.egcg.reporting.embedded.example;

import java.time.LocalDate;

/**
 * A project of the example.
 *
 * @param prefix with which its user's names of samples begin
 * @param begun day of its first run
 * @param ended day of its last run
 * @param isOpen whether more is to come
 */
record PlannedProject(
        String id, Model model, String prefix, String researcher, LocalDate begun, LocalDate ended, boolean isOpen) {

    String pipeline() {
        return model.coverage() == 0 ? "qc" : "bcbio";
    }

    String toolset() {
        return model.species().equals("Homo sapiens") ? "human_sample_processing" : "non_human_sample_processing";
    }
}
