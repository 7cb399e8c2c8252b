/**
 * Which address leads to which page, who has logged in with a browser, and what a form has sent. Start with
 * {@link org.egcg.reporting.web.route.PageRoutes}, and with {@link org.egcg.reporting.web.route.PageFilter}, which every
 * request for a page passes. What is on a page is decided in {@code web.page} and {@code web.account}.
 */
package org.egcg.reporting.web.route;
