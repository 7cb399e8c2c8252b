package org.egcg.reporting.web.chart;

import java.util.Arrays;
import java.util.Optional;

/** The ways in which values of lanes are drawn over time. */
public enum Plot {
    POINTS("points", "Scatter plot", "Points", 0),
    POINTS_SMOOTH("points_smooth", "Scatter plot with smooth line", "Points + smooth", 0.5),
    BOX("box", "Box plot", "Boxes", 0),
    MEAN("mean", "Line plot of average", "Mean", 0),
    MEAN_SMOOTH("mean_smooth", "plot of average with smooth line", "Mean + smooth", 0.15);

    private final String word;
    private final String title;
    private final String label;
    private final double span;

    Plot(String word, String title, String label, double span) {
        this.word = word;
        this.title = title;
        this.label = label;
        this.span = span;
    }

    /** The plot of a word of an address. */
    public static Optional<Plot> of(String word) {
        return Arrays.stream(values()).filter(plot -> plot.word.equals(word)).findFirst();
    }

    public String word() {
        return word;
    }

    /** How the title of a chart begins. */
    public String title() {
        return title;
    }

    /** What the choice is called. */
    public String label() {
        return label;
    }

    /** The span of the local regression; 0 for none. */
    public double span() {
        return span;
    }

    /** Whether each lane is a point of its own. */
    public boolean single() {
        return this == POINTS || this == POINTS_SMOOTH;
    }
}
