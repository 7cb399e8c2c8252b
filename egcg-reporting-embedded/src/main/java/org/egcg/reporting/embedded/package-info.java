/**
 * What runs when nothing is configured? {@link org.egcg.reporting.embedded.EmbeddedStore} is a small document store in
 * the same process. It speaks MongoDB's protocol on a free local port, so that the store room needs no second way of
 * working. Its libraries are optional dependencies: who configures a MongoDB does not need them.
 *
 * <p>It is for trying out, for tests and for small laboratories. What it does about durability and indexes is in
 * {@link org.egcg.reporting.embedded.CommittingBackend} and {@link org.egcg.reporting.embedded.IndexedCollection}; how it
 * is closed to everybody else on the machine, in {@link org.egcg.reporting.embedded.AuthenticationGate} and
 * {@link org.egcg.reporting.embedded.ClosedPostgres}.
 */
package org.egcg.reporting.embedded;
