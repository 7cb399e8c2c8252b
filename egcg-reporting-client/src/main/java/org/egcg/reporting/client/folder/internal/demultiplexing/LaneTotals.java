package org.egcg.reporting.client.folder.internal.demultiplexing;

import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * What a file says of a lane as a whole.
 *
 * @param clusters all of the lane
 * @param passing those that pass the filter
 * @param bases of all reads together, where the file says it
 */
public record LaneTotals(OptionalLong clusters, long passing, OptionalLong bases, Path source) {}
