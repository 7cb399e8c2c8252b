package org.egcg.reporting.web.home;

import org.egcg.reporting.web.table.Quantity;

/** A step of the laboratory: how many samples are in it, and how many of them for more than four weeks. */
public record LabStep(String name, int count, int late, String href) {

    /** Of those that the number above counts; empty text if there are none. */
    public String lateness() {
        String some = late == 0 ? "none" : late == count ? "all" : Quantity.count(late);
        return count == 0 ? "" : some + " over 4 weeks";
    }
}
