/**
 * What do documents add up to? Start with {@link org.egcg.reporting.aggregation.Relations}: what feeds what and which
 * numbers come of it, read from {@code etc/relations.yaml}. A number is an {@link
 * org.egcg.reporting.aggregation.Expression}, written as a {@link org.egcg.reporting.aggregation.Formula} or with the
 * words of {@link org.egcg.reporting.aggregation.Expressions}. {@link org.egcg.reporting.aggregation.Cascade} keeps the
 * stored numbers right after a write, {@link org.egcg.reporting.aggregation.Recomputation} renews or checks them all.
 * Writing documents themselves is the business of {@code resource}.
 */
@NullMarked
package org.egcg.reporting.aggregation;

import org.jspecify.annotations.NullMarked;
