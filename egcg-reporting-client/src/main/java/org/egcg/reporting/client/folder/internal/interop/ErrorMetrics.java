package org.egcg.reporting.client.folder.internal.interop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.egcg.reporting.client.folder.internal.RunInfo;
import org.egcg.reporting.client.folder.internal.RunRead;

/** {@code ErrorMetricsOut.bin}: errors of the control, cycle by cycle without the last one of a read. */
final class ErrorMetrics implements InteropFile.Records {
    private final RunInfo run;
    private final Map<TileRead, Spread> errors = new HashMap<>();

    private record TileRead(TilePosition place, int read) {}

    ErrorMetrics(RunInfo run) {
        this.run = run;
    }

    @Override
    public Set<Integer> versions() {
        return Set.of(3, 4, 5, 6);
    }

    @Override
    public void header(int version, InputStream bytes) throws IOException {
        if (version == 6) {
            int adapters = bytes.read() + 256 * bytes.read();
            int length = bytes.read() + 256 * bytes.read();
            bytes.skipNBytes(Math.max(0L, (long) adapters * length));
        }
    }

    @Override
    public int length(int version) {
        return version == 3 ? 10 : 12;
    }

    @Override
    public void take(int version, ByteBuffer record) {
        TilePosition place = TilePosition.read(record, version > 3, run);
        int cycle = Short.toUnsignedInt(record.getShort());
        RunRead read = run.readOf(cycle)
                .orElseThrow(() -> new IllegalArgumentException(
                        "speaks of cycle %d, and the run has %d".formatted(cycle, run.cycles())));
        TilePosition.checkNumber(errors.size() / run.reads().size());
        if (!place.isNone() && cycle != run.firstCycle(read) + read.cycles() - 1) {
            errors.computeIfAbsent(new TileRead(place, read.number()), first -> new Spread())
                    .add(record.getFloat());
        }
    }

    /** The mean error rates of the tiles. */
    Map<LaneRead, Spread> rates() {
        Map<LaneRead, Spread> rates = new HashMap<>();
        errors.forEach((tile, cycles) -> cycles.mean().ifPresent(mean -> rates.computeIfAbsent(
                        new LaneRead(tile.place().lane(), tile.read()), first -> new Spread())
                .add(mean)));
        return rates;
    }
}
