package org.egcg.reporting.control;

/**
 * What a course of runs looks like when something has changed. Runs are given as deviations: how far each lies from the
 * centre, in units of the spread.
 */
public sealed interface Shape permits LastRuns, Ewma, Cusum {

    /** For each run whether the course up to it has this shape. */
    boolean[] in(double[] deviations);
}
