/**
 * How many connections may be open, and how long may one keep the server waiting for a request? Undertow limits this itself;
 * Grizzly, Payara's HTTP server, has no limit of connections and none for slow heads of requests, so it gets them here.
 * While the process ends, no listener of either server lets a request in ({@link org.egcg.reporting.web.connection.Listening}).
 * Start with {@link org.egcg.reporting.web.connection.OpenConnections}. What is in a request is not this room's matter.
 */
package org.egcg.reporting.web.connection;
