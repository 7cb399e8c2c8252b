/**
 * Which LIMS is there when none is configured? {@link org.egcg.reporting.embedded.lims.EmbeddedLims} is a PostgreSQL of
 * its own with the tables of Clarity that reports read, filled from {@code example_lims.yaml}.
 */
package org.egcg.reporting.embedded.lims;
