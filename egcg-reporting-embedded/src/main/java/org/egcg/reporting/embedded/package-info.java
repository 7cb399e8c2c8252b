/**
 * What runs when nothing is configured? {@link org.egcg.reporting.embedded.PackagedServices} is found by core and starts a
 * document store, a LIMS and a fake Clarity, each of a package of its own; {@code ExampleFacility} fills an empty store.
 * It is for trying out, for tests and for small laboratories.
 */
package org.egcg.reporting.embedded;
