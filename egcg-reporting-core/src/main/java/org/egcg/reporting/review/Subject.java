package org.egcg.reporting.review;

/** What is judged, each by a group of limits of its own. */
public enum Subject {
    LANE("lane", "lanes", "lane_id", "lanes"),
    RUN_ELEMENT("run_element", "run_elements", "run_element_id", "run_elements"),
    SAMPLE("sample", "samples", "sample_id", "samples"),
    RAPID("rapid", "samples", "sample_id", "rapid_analysis");

    private final String group;
    private final String resource;
    private final String id;
    private final String reviewed;

    Subject(String group, String resource, String id, String reviewed) {
        this.group = group;
        this.resource = resource;
        this.id = id;
        this.reviewed = reviewed;
    }

    /** The group of the thresholds file that holds for it. */
    public String group() {
        return group;
    }

    /** The resource whose documents are judged. */
    public String resource() {
        return resource;
    }

    /** The field that names one of them. */
    String id() {
        return id;
    }

    /** What reviews call it: {@code lanes}, {@code run_elements}, {@code samples} or {@code rapid_analysis}. */
    public String reviewed() {
        return reviewed;
    }

    /** Whether its documents say this of themselves, so that a limit may depend on it. */
    public boolean says(Circumstance circumstance) {
        return switch (circumstance) {
            case PROJECT -> true;
            case KIND -> this != LANE;
            case SPECIES, LIBRARY_TYPE -> this == SAMPLE || this == RAPID;
            case INSTRUMENT, FLOW_CELL, READS -> this != RAPID;
        };
    }
}
