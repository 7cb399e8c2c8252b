/**
 * Do stored numbers stay right when many write at once? {@link org.egcg.reporting.testkit.storm.Storm} writes at random,
 * {@link org.egcg.reporting.testkit.storm.Ledger} remembers what was sent and answered, {@link
 * org.egcg.reporting.testkit.storm.Audit} compares the store with both. How a write is sent is a {@link
 * org.egcg.reporting.testkit.storm.WriteApi}'s business.
 */
package org.egcg.reporting.testkit.storm;
