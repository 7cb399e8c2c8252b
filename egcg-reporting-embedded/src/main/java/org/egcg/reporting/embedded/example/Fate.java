package org.egcg.reporting.embedded.example;

/** How far a run came. What the LIMS says of it, and what the pipeline says; none where no pipeline has seen it. */
enum Fate {
    DELIVERED("RunCompleted", "finished"),
    TO_REVIEW("RunCompleted", "finished"),
    PROCESSING("RunCompleted", "processing"),
    PIPELINE_FAILED("RunCompleted", "failed"),
    RUNNING("RunStarted", ""),
    ERRORED("RunErrored", ""),
    ABORTED("RunAborted", "");

    private final String lims;
    private final String process;

    Fate(String lims, String process) {
        this.lims = lims;
        this.process = process;
    }

    String lims() {
        return lims;
    }

    String process() {
        return process;
    }

    /** Whether a pipeline has reported what was sequenced. */
    boolean isReported() {
        return this == DELIVERED || this == TO_REVIEW;
    }

    boolean isSeenByPipeline() {
        return !process.isEmpty();
    }
}
