/**
 * Does the running service keep its promises? Scenarios recorded from the original service are replayed over the wire;
 * {@code deviations.json} says where we differ on purpose, and everything else must be equal. Beside them stand races,
 * long lists, hostile queries, recorded pipelines and a store that goes away. All share one server.
 */
package org.egcg.reporting.web.service;
