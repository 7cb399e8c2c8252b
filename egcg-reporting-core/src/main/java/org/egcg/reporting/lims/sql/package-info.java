/**
 * Where is the LIMS' database? {@link org.egcg.reporting.lims.sql.LimsConnection} says it, and how gently the database is
 * to be treated. How it is asked is known to {@code lims.internal.sql}.
 */
package org.egcg.reporting.lims.sql;
