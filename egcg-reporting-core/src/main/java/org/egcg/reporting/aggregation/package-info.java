/**
 * What do documents add up to? Start with {@link org.egcg.reporting.aggregation.Relations}, the table of what feeds
 * what and which numbers come of it; {@link org.egcg.reporting.aggregation.Expressions} are the words it is written
 * in. {@link org.egcg.reporting.aggregation.Cascade} keeps the stored numbers right after a write, {@link
 * org.egcg.reporting.aggregation.Recomputation} renews or checks them all. Writing documents themselves is the
 * business of {@code resource}.
 */
package org.egcg.reporting.aggregation;
