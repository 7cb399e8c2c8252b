/**
 * How does what takes long leave processors to what is short? {@link org.egcg.reporting.internal.pace.LongWork} pauses in between.
 * Knows no other room.
 */
package org.egcg.reporting.internal.pace;
