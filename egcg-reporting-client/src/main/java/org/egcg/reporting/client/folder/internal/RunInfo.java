package org.egcg.reporting.client.folder.internal;

import java.util.List;
import java.util.Optional;

/**
 * What {@code RunInfo.xml} says of a run.
 *
 * @param runId the run's id
 * @param lanes how many lanes the flow cell has
 * @param reads in the order in which they are sequenced
 * @param channels the names of the instrument's images, in the order of its files; may be empty
 */
public record RunInfo(String runId, int lanes, List<RunRead> reads, List<String> channels) {

    public RunInfo {
        reads = List.copyOf(reads);
        channels = List.copyOf(channels);
    }

    /** All cycles, those of barcodes included. */
    public int cycles() {
        return reads.stream().mapToInt(RunRead::cycles).sum();
    }

    /** The reads that are no barcodes: read 1, 2 and 3 of documents. */
    public List<RunRead> sequenced() {
        return reads.stream().filter(read -> !read.index()).toList();
    }

    /** Which read a cycle belongs to, counted from 1; empty after the last one. */
    public Optional<RunRead> readOf(int cycle) {
        int end = 0;
        for (RunRead read : reads) {
            end += read.cycles();
            if (cycle >= 1 && cycle <= end) {
                return Optional.of(read);
            }
        }
        return Optional.empty();
    }

    /** The first cycle of a read, counted over all reads. */
    public int firstCycle(RunRead wanted) {
        int first = 1;
        for (RunRead read : reads) {
            if (read.equals(wanted)) {
                return first;
            }
            first += read.cycles();
        }
        throw new IllegalArgumentException("the run has no read " + wanted.number());
    }
}
