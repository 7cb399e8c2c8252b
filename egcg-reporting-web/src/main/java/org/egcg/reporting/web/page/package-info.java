/**
 * What is on each page? One backing bean per page, named for what is on it, and the tables that it shows. Start with
 * {@link org.egcg.reporting.web.page.Page}. Addresses are in {@code web.route}, rows come from {@code web.reading}, how a
 * table looks is decided in {@code web.table}, what a chart shows in {@code web.chart}.
 */
package org.egcg.reporting.web.page;
