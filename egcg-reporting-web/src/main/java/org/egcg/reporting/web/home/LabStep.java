package org.egcg.reporting.web.home;

/** A step of the laboratory: how many samples are in it, and how many of them for more than four weeks. */
public record LabStep(String name, int count, int late, String href) {

    public String lateness() {
        return late == 0 ? "none for over 4 weeks" : late + " for over 4 weeks";
    }
}
