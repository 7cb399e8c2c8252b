/**
 * How does a JVM pipeline talk to the reporting API? Start with {@code Communicator}.
 */
package org.egcg.reporting.client;
