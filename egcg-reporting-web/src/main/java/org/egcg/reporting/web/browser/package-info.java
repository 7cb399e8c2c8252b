/**
 * What does a request of a browser say? Who has logged in, what was asked for, and what a form has sent. Start with
 * {@link org.egcg.reporting.web.browser.PageFilter}, which every request for a page passes, and
 * {@link org.egcg.reporting.web.browser.PageRequest}. What is on a page is decided in {@code web.page} and
 * {@code web.account}.
 */
package org.egcg.reporting.web.browser;
