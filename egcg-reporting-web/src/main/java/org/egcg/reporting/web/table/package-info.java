/**
 * What do the tables of the pages look like? Column definitions out of {@code etc/column_mappings.yaml}, the cells'
 * formats and marks, the rows of a table merged from store and LIMS, their filters, order and pages, the table's state
 * in an address, and the exports. Start with {@link org.egcg.reporting.web.table.TableView}. Which rows a table has is
 * decided in {@code web.page}.
 */
package org.egcg.reporting.web.table;
