/**
 * What happens to every request, whatever it asks for? Ids, turns, limits and the access log; and for those who keep
 * the service running, how it and its databases are, and figures. Start with
 * {@link org.egcg.reporting.web.operation.OperationFilter}. What a request asks for is answered by {@code web.rest} and
 * {@code web.page}, which this room does not know.
 */
package org.egcg.reporting.web.operation;
