package org.egcg.reporting.control;

/** How an instrument is by one metric, the worst first. */
public enum ChartState {
    OUT_OF_CONTROL("out_of_control", "out of control"),
    WARNING("warning", "warning"),
    IN_CONTROL("in_control", "in control"),
    /** There are too few runs, or they do not vary. */
    NO_LIMITS("no_limits", "no limits yet");

    private final String word;
    private final String label;

    ChartState(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** As programs are told. */
    public String word() {
        return word;
    }

    /** As people read it. */
    public String label() {
        return label;
    }
}
