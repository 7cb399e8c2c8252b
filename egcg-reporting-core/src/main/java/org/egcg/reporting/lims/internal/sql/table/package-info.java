/** What do the LIMS' tables hold? One entity per table that reports read, with the columns that they read. */
package org.egcg.reporting.lims.internal.sql.table;
