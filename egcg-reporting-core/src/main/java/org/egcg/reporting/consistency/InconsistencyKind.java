package org.egcg.reporting.consistency;

import java.util.Locale;

/** The ways in which documents do not fit together. */
public enum InconsistencyKind {
    LANE_TWICE(
            "Lanes stored twice",
            "Charts and lists show the lane more than once, and reviews of the run name its samples again."),
    ELEMENT_TWICE(
            "Run elements counted twice",
            "Reads and yields of lane, run and sample are higher than what was sequenced."),
    ELEMENT_WITHOUT_LANE(
            "Run elements without their lane", "The run counts them, and no lane, chart or table of lanes shows them."),
    ELEMENT_WITHOUT_RUN("Run elements without their run", "Samples count what no run shows."),
    ELEMENT_WITHOUT_SAMPLE(
            "Run elements without their sample", "What was sequenced of the sample is added up nowhere."),
    ELEMENT_WITHOUT_PROJECT("Run elements without their project", "Links to the project lead nowhere."),
    LANE_WITHOUT_RUN("Lanes without their run", "Charts show lanes of a run that no list has."),
    BARCODE_WITHOUT_RUN("Unexpected barcodes without their run", "No page shows them."),
    SAMPLE_WITHOUT_PROJECT("Samples without their project", "The sample is in no count of a project."),
    SAMPLE_UNKNOWN_TO_LIMS(
            "Samples that the LIMS does not know", "Their status, and what was ordered, is blank in all lists."),
    SAMPLE_UNKNOWN_TO_PIPELINES(
            "Sequenced samples that the pipelines do not know", "They are missing in all lists of samples."),
    IMPOSSIBLE_NUMBER(
            "Impossible numbers", "Sums and percentages that rest on them are wrong; no verdict is made of them."),
    PROCESS_NEVER_ENDED(
            "Processes that never ended", "They count as running, and how long pipelines take is not known of them.");

    private final String title;
    private final String distorts;

    InconsistencyKind(String title, String distorts) {
        this.title = title;
        this.distorts = distorts;
    }

    /** How the API spells it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    /** What is wrong elsewhere because of it. */
    public String distorts() {
        return distorts;
    }
}
