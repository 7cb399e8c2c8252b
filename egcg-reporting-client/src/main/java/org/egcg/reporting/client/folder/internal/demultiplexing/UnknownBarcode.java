package org.egcg.reporting.client.folder.internal.demultiplexing;

/**
 * A barcode that was read in a lane although no sample carries it.
 *
 * @param reads how often, of those that pass the filter
 */
public record UnknownBarcode(int lane, String barcode, long reads) {}
