/**
 * How long does the laboratory take? {@link org.egcg.reporting.turnaround.StepTimes} says how long samples stayed in each
 * step, and {@link org.egcg.reporting.turnaround.Forecast} of that when what is open will be done, and how surely.
 */
@NullMarked
package org.egcg.reporting.turnaround;

import org.jspecify.annotations.NullMarked;
