/**
 * What does core ask of artifacts that may be absent? {@link org.egcg.reporting.internal.spi.EmbeddedServices} stands in for
 * databases that are not configured.
 */
package org.egcg.reporting.internal.spi;
