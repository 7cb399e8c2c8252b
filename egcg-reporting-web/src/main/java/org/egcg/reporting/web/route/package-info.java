/**
 * Which address leads where? The one table for pages, their scripts, the API and what is open to everyone. Start with
 * {@link org.egcg.reporting.web.route.Routes}. How a request is answered is decided in {@code web.browser} for pages and
 * in {@code web.rest} for the API.
 */
package org.egcg.reporting.web.route;
