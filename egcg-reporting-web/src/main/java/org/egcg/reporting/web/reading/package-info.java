/**
 * Where do the rows of pages and charts come from? Documents of the store and reports of the LIMS, merged where both know
 * something, and kept for a moment where they take long to read. Start with {@link org.egcg.reporting.web.reading.Records}.
 * How rows are shown is decided in {@code web.table}.
 */
package org.egcg.reporting.web.reading;
