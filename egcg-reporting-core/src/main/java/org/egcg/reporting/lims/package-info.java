/**
 * What does the LIMS say? Start with {@link org.egcg.reporting.lims.LimsReports}, which knows each report by its name.
 * One file per report: what it asks, how it groups, the shape that it answers.
 * {@link org.egcg.reporting.lims.StatusDefinitions} holds the laboratory's table of steps and statuses. The database is
 * only ever read, and known to {@code lims.internal.sql} alone; what Clarity is asked to do is the business of {@code internal.clarity}.
 */
@NullMarked
package org.egcg.reporting.lims;

import org.jspecify.annotations.NullMarked;
