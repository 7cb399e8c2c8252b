package org.egcg.reporting.review;

/** The steps of the LIMS in which people review. Both belong to one workflow and run one program. */
public enum ReviewStep {
    RUN_REVIEW("run_review", "Sequencer Output Review EG 1.0 ST"),
    SAMPLE_REVIEW("sample_review", "Sample Review EG 1.0 ST");

    static final String WORKFLOW = "PostSeqLab EG 1.0 WF";
    static final String PROGRAM = "Upload metrics and assess samples";

    private final String type;
    private final String stage;

    ReviewStep(String type, String stage) {
        this.type = type;
        this.stage = stage;
    }

    String type() {
        return type;
    }

    String stage() {
        return stage;
    }
}
