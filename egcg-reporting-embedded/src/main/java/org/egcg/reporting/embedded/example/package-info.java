/**
 * What did an example facility do in two years? {@link org.egcg.reporting.embedded.example.TwoYears} writes its documents and
 * what its LIMS knows; {@link org.egcg.reporting.embedded.example.Plan} says which runs there were. All is made up, and the
 * same at every start.
 */
package org.egcg.reporting.embedded.example;
