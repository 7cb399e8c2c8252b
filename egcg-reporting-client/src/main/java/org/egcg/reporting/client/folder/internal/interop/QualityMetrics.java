package org.egcg.reporting.client.folder.internal.interop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.egcg.reporting.client.folder.internal.RunInfo;
import org.egcg.reporting.client.folder.internal.RunRead;

/**
 * {@code QMetricsOut.bin}: how many bases were called with which quality, cycle by cycle. The last cycle of a read does not
 * count, as there.
 */
final class QualityMetrics implements InteropFile.Records {
    private static final int ALL_QUALITIES = 50;
    private static final int GOOD = 30;

    private final RunInfo run;
    private final boolean byTile;
    private int[] bins = new int[0];
    private int highest;
    final Map<LaneRead, Bases> bases = new HashMap<>();

    /** Bases of a read of a lane. */
    static final class Bases {
        long all;
        long good;
    }

    /** @param byTile false for {@code QMetricsByLaneOut.bin}, whose tiles are all 0 and of two bytes */
    QualityMetrics(RunInfo run, boolean byTile) {
        this.run = run;
        this.byTile = byTile;
    }

    @Override
    public Set<Integer> versions() {
        return Set.of(4, 5, 6, 7);
    }

    /** Where qualities are binned, the bounds and the value of each bin; version 7 has them bin by bin. */
    @Override
    public void header(int version, InputStream bytes) throws IOException {
        if (version == 4 || bytes.read() != 1) {
            return;
        }
        int count = bytes.read();
        if (count < 1 || count > ALL_QUALITIES) {
            throw new IllegalArgumentException("has %d bins of qualities".formatted(count));
        }
        byte[] header = bytes.readNBytes(3 * count);
        if (header.length < 3 * count) {
            throw new IllegalArgumentException("is cut off in its header");
        }
        bins = values(header, count);
    }

    /** The values of the bins, which lie within their bounds in one of the two orders there are. */
    private static int[] values(byte[] header, int count) {
        int[] columns = new int[count];
        int[] triples = new int[count];
        boolean ordered = true;
        for (int bin = 0; bin < count; bin++) {
            columns[bin] = header[2 * count + bin];
            triples[bin] = header[3 * bin + 2];
            ordered &= header[bin] <= columns[bin] && columns[bin] <= header[count + bin];
        }
        return ordered ? columns : triples;
    }

    @Override
    public int length(int version) {
        return version < 6 ? 6 + 4 * ALL_QUALITIES : 10;
    }

    @Override
    public void take(int version, ByteBuffer record) {
        TilePosition place = TilePosition.read(record, version == 7 && byTile, run);
        int cycle = Short.toUnsignedInt(record.getShort());
        highest = Math.max(highest, cycle);
        RunRead read = run.readOf(cycle)
                .orElseThrow(() -> new IllegalArgumentException(
                        "speaks of cycle %d, and the run has %d".formatted(cycle, run.cycles())));
        if (place.isNone() || cycle == run.firstCycle(read) + read.cycles() - 1) {
            return;
        }
        Bases found = bases.computeIfAbsent(new LaneRead(place.lane(), read.number()), first -> new Bases());
        boolean binned = version >= 6 && bins.length > 0;
        int count = Math.min(binned ? bins.length : ALL_QUALITIES, record.remaining() / Integer.BYTES);
        for (int place1 = 0; place1 < count; place1++) {
            long called = Integer.toUnsignedLong(record.getInt());
            found.all += called;
            if ((binned ? bins[place1] : place1 + 1) >= GOOD) {
                found.good += called;
            }
        }
    }

    /** The last cycle of which there is a record; 0 without any. */
    int highest() {
        return highest;
    }
}
