package org.egcg.reporting.client.folder.internal.interop;

/**
 * A read of a lane.
 *
 * @param read counted from 1 over all reads, those of barcodes included
 */
record LaneRead(int lane, int read) {}
