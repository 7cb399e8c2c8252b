/**
 * What do the old endpoints under {@code aggregate/} answer? Start with {@link
 * org.egcg.reporting.aggregation.legacy.LegacyReports}: five reports that the database computes when they are asked for,
 * under the names of an earlier version of the API, and with its zeros where stored aggregates have nulls. New clients
 * use what is stored in {@code aggregated}.
 */
@NullMarked
package org.egcg.reporting.aggregation.legacy;

import org.jspecify.annotations.NullMarked;
