/**
 * Do stored numbers stay right when many clients write over HTTP at once, to one node or several, and when nodes are
 * killed? {@link org.egcg.reporting.web.storm.ConcurrentClientsIT} is where to start; what is written and what is
 * checked afterwards is the business of core's {@code testkit.storm}.
 */
package org.egcg.reporting.web.storm;
