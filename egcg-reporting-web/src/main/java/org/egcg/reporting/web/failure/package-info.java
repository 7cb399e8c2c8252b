/**
 * What is a failure to those who asked? Its HTTP status and its words. {@link org.egcg.reporting.web.failure.Failure} is
 * the only place where the library's causes become statuses; {@code web.rest} renders failures as the API's JSON,
 * {@code web.door} as pages, {@code web.browser} as JSON for scripts.
 */
package org.egcg.reporting.web.failure;
