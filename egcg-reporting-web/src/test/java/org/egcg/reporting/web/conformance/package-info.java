/**
 * Does the service behave as the one that clients know? Scenarios recorded from the original service, replayed over
 * the wire; {@code deviations.yaml} says where we differ on purpose, and everything else must be equal.
 */
package org.egcg.reporting.web.conformance;
