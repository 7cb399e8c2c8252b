/**
 * What happens to every request, whatever it asks for, and what those want to know who keep the service running: ids,
 * turns, the access log, how the service and its databases are, and figures. Start with
 * {@link org.egcg.reporting.web.operation.OperationFilter}. What a request asks for is answered by {@code web.rest} and
 * {@code web.page}, which this room does not know.
 */
package org.egcg.reporting.web.operation;
