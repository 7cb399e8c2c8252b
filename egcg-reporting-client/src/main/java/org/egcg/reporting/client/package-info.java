/**
 * How does a JVM pipeline talk to the reporting API?
 *
 * <p>Start with {@link org.egcg.reporting.client.Communicator}, the verbs; {@link org.egcg.reporting.client.Query} says
 * what to ask for, {@link org.egcg.reporting.client.Batch} how to treat many documents. {@code Transport} is the one
 * class that touches the network: retries, redirects, credentials and logging are there. What documents mean is the
 * server's business and not known here.
 *
 * <p>No parameter and no collection may hold null, except as the value of a document's or query's field.
 */
@NullMarked
package org.egcg.reporting.client;

import org.jspecify.annotations.NullMarked;
