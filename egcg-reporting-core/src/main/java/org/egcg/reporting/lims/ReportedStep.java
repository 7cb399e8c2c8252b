package org.egcg.reporting.lims;

import java.util.List;
import org.egcg.reporting.lims.request.WellRequest.Report;

/**
 * A step that has a report of its own, and the custom fields that it shows.
 *
 * @param step the step's name as Clarity displays it
 * @param ofInputs fields of what went into the step; a well without any of them is left out. Empty if the step has none
 * @param ofOutputs fields of what the step made, likewise
 * @param ofSamples fields of the sample; a sample without any of them is left out
 */
record ReportedStep(Report report, String step, List<String> ofInputs, List<String> ofOutputs, List<String> ofSamples) {

    private static final List<String> QUALITY =
            List.of("Species", "Picogreen Concentration (ng/ul)", "Total DNA (ng)", "GQN");

    /** All of them. */
    static final List<ReportedStep> ALL = List.of(
            new ReportedStep(
                    Report.LIBRARY_INFO,
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
                    QUALITY),
            new ReportedStep(Report.SAMPLE_QC_INFO, "QC Review EG 2.1", List.of(), List.of(), QUALITY),
            new ReportedStep(
                    Report.GENOTYPING_INFO,
                    "QuantStudio Data Import EG 2.0",
                    List.of(),
                    List.of("Number of Calls (This Run)"),
                    List.of("Number of Calls (Best Run)")));

    ReportedStep {
        ofInputs = List.copyOf(ofInputs);
        ofOutputs = List.copyOf(ofOutputs);
        ofSamples = List.copyOf(ofSamples);
    }
}
