/**
 * Where is the LIMS' database? {@link org.egcg.reporting.lims.sql.LimsConnection} says it, and how gently the database is
 * to be treated. How it is asked is known to {@code lims.internal.sql}.
 */
@NullMarked
package org.egcg.reporting.lims.sql;

import org.jspecify.annotations.NullMarked;
