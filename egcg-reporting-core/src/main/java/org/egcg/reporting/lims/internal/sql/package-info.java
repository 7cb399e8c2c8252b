/**
 * How is the LIMS asked? Start with {@link org.egcg.reporting.lims.internal.sql.LimsDatabase}, which lends read-only sessions;
 * queries stand in {@code ProjectQueries}, {@code SampleQueries}, {@code RunQueries} and {@code StepQueries}, each with
 * the record that it answers with. The entities name tables and columns for the queries and nothing else: none is ever
 * loaded, so where a table has no key of its own the first column passes for one. What the rows mean is the business
 * of {@code lims}.
 */
package org.egcg.reporting.lims.internal.sql;
