package org.egcg.reporting.web.desk;

import org.egcg.reporting.web.chart.Sparkline;

/**
 * How a metric went in the last runs of an instrument.
 *
 * @param href of its control chart
 * @param state of the chart, in words
 * @param style the class of the state's look
 */
public record Trend(String instrument, String href, String state, String style, Sparkline drawing) {

    /** Such as {@code E00306: in control}. */
    public String words() {
        return instrument + ": " + state;
    }
}
