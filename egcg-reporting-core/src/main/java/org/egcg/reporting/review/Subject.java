package org.egcg.reporting.review;

/** What is judged, each by a group of limits of its own. */
public enum Subject {
    LANE("lane", "lanes", "lanes"),
    RUN_ELEMENT("run_element", "run_elements", "run_elements"),
    SAMPLE("sample", "samples", "samples"),
    RAPID("rapid", "samples", "rapid_analysis");

    private final String group;
    private final String resource;
    private final String reviewed;

    Subject(String group, String resource, String reviewed) {
        this.group = group;
        this.resource = resource;
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
