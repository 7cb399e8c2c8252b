package org.egcg.reporting.client.folder.internal;

/**
 * One read of a run.
 *
 * @param number counted from 1 over all reads, those of barcodes included
 * @param cycles how many bases it has
 * @param index whether it reads a barcode
 */
public record RunRead(int number, int cycles, boolean index) {}
