package org.egcg.reporting.turnaround;

import java.util.List;
import java.util.Locale;

/** The steps of the laboratory as the LIMS names them, in the order of the work. */
public final class LabSteps {

    /** From the arrival of a sample to its delivery. */
    public static final List<String> ALL = List.of(
            "sample_submission",
            "sample_qc",
            "library_queue",
            "library_preparation",
            "sequencing_queue",
            "sequencing",
            "bioinformatics",
            "delivery");

    private LabSteps() {}

    /** What people call a step: {@code library_queue} is the {@code Library queue}. */
    public static String name(String status) {
        String spaced = status.replace('_', ' ').replace("qc", "QC");
        return spaced.isEmpty() ? "" : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }
}
