package org.egcg.reporting.lims;

import java.util.List;

/** The steps that have a report of their own, and the custom fields that it shows. */
enum LimsStep {
    LIBRARY(
            "library_info",
            "Eval qPCR Quant",
            List.of(
                    "Original Conc. (nM)",
                    "Sample Transfer Volume (uL)",
                    "TSP1 Transfer Volume (uL)",
                    "%CV",
                    "NTP Volume (uL)",
                    "Raw CP",
                    "RSB Transfer Volume (uL)",
                    "NTP Transfer Volume (uL)",
                    "Ave. Conc. (nM)",
                    "Adjusted Conc. (nM)"),
            List.of(),
            Fields.OF_SAMPLES),
    SAMPLE_QC("sample_qc_info", "QC Review EG 2.1", List.of(), List.of(), Fields.OF_SAMPLES),
    GENOTYPING(
            "genotyping_info",
            "QuantStudio Data Import EG 2.0",
            List.of(),
            List.of("Number of Calls (This Run)"),
            List.of("Number of Calls (Best Run)"));

    private final String report;
    private final String step;
    private final List<String> ofInputs;
    private final List<String> ofOutputs;
    private final List<String> ofSamples;

    LimsStep(String report, String step, List<String> ofInputs, List<String> ofOutputs, List<String> ofSamples) {
        this.report = report;
        this.step = step;
        this.ofInputs = ofInputs;
        this.ofOutputs = ofOutputs;
        this.ofSamples = ofSamples;
    }

    String report() {
        return report;
    }

    String step() {
        return step;
    }

    /** Fields of what went into the step; a well without any of them is left out. Empty if the step has none. */
    List<String> ofInputs() {
        return ofInputs;
    }

    /** Fields of what the step made, likewise. */
    List<String> ofOutputs() {
        return ofOutputs;
    }

    /** Fields of the sample; a sample without any of them is left out. */
    List<String> ofSamples() {
        return ofSamples;
    }

    private static final class Fields {
        private static final List<String> OF_SAMPLES =
                List.of("Species", "Picogreen Concentration (ng/ul)", "Total DNA (ng)", "GQN");
    }
}
