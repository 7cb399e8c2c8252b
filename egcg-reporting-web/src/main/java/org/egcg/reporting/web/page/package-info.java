/**
 * What do people see? One backing bean per page, named for what is on it; where the rows of its tables come from; who is
 * logged in; which address leads where. Start with {@link org.egcg.reporting.web.page.PageRoutes}. How a table looks is
 * decided in {@code web.table}, what a chart shows in {@code web.chart}.
 */
package org.egcg.reporting.web.page;
