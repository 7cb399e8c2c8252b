/**
 * Has an instrument changed? Start with {@link org.egcg.reporting.control.ControlCharts}, which draws a control chart of
 * each metric of each instrument, and says which rules its runs have broken. The rules stand in {@link
 * org.egcg.reporting.control.KnownRules}; which of them are on is configured. What was done to instruments is the business
 * of {@code event}.
 */
@NullMarked
package org.egcg.reporting.control;

import org.jspecify.annotations.NullMarked;
