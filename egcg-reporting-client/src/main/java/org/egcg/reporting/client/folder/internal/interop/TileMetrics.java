package org.egcg.reporting.client.folder.internal.interop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.egcg.reporting.client.folder.internal.RunInfo;

/** {@code TileMetricsOut.bin}: clusters, phasing and what aligns, tile by tile. */
final class TileMetrics implements InteropFile.Records {
    private static final int CLUSTERS = 102;
    private static final int CLUSTERS_PASSING = 103;
    private static final int PHASING = 200;
    private static final int ALIGNED = 300;

    private final RunInfo run;
    private final Map<TilePosition, Tile> tiles = new HashMap<>();

    /** The clusters of a tile, and what was measured of its reads; what is written again replaces what was before. */
    private static final class Tile {
        private double clusters = Double.NaN;
        private double passing = Double.NaN;
        private final Map<Integer, Double> aligned = new HashMap<>();
        private final Map<Integer, Double> phasing = new HashMap<>();
        private final Map<Integer, Double> prephasing = new HashMap<>();
    }

    TileMetrics(RunInfo run) {
        this.run = run;
    }

    @Override
    public Set<Integer> versions() {
        return Set.of(2, 3);
    }

    @Override
    public void header(int version, InputStream bytes) throws IOException {
        if (version == 3) {
            // the area of a tile, by which densities are worked out
            bytes.skipNBytes(Float.BYTES);
        }
    }

    @Override
    public int length(int version) {
        return version == 2 ? 10 : 15;
    }

    @Override
    public void take(int version, ByteBuffer record) {
        TilePosition place = TilePosition.read(record, version == 3, run);
        if (place.isNone()) {
            return;
        }
        if (version == 2) {
            old(place, Short.toUnsignedInt(record.getShort()), record.getFloat());
            return;
        }
        switch (record.get()) {
            case 't' -> {
                Tile tile = tile(place);
                tile.clusters = record.getFloat();
                tile.passing = record.getFloat();
            }
            case 'r' -> tile(place).aligned.put(read(record.getInt()), (double) record.getFloat());
            default -> {}
        }
    }

    private void old(TilePosition place, int code, float value) {
        if (code == CLUSTERS) {
            tile(place).clusters = value;
        } else if (code == CLUSTERS_PASSING) {
            tile(place).passing = value;
        } else if (code >= PHASING
                && code < ALIGNED
                && (code - PHASING) / 2 < run.reads().size()) {
            Map<Integer, Double> which = code % 2 == 0 ? tile(place).phasing : tile(place).prephasing;
            which.put((code - PHASING) / 2 + 1, value * 100d);
        } else if (code >= ALIGNED && code - ALIGNED < run.reads().size()) {
            tile(place).aligned.put(code - ALIGNED + 1, (double) value);
        }
    }

    private int read(int read) {
        if (read < 1 || read > run.reads().size()) {
            throw new IllegalArgumentException("speaks of read %d, and the run has %d"
                    .formatted(read, run.reads().size()));
        }
        return read;
    }

    private Tile tile(TilePosition place) {
        TilePosition.checkNumber(tiles.size());
        return tiles.computeIfAbsent(place, first -> new Tile());
    }

    /** How many per cent of the clusters of a lane's tiles pass the filter. */
    Spread passing(int lane) {
        Spread passing = new Spread();
        of(lane).forEach(tile -> passing.add(100 * tile.passing / tile.clusters));
        return passing;
    }

    private Stream<Tile> of(int lane) {
        return tiles.entrySet().stream()
                .filter(tile -> tile.getKey().lane() == lane)
                .map(Map.Entry::getValue);
    }

    /** How many per cent of a read's clusters align to the control. */
    Spread aligned(LaneRead read) {
        return spread(read, tile -> tile.aligned);
    }

    Spread phasing(LaneRead read) {
        return spread(read, tile -> tile.phasing);
    }

    Spread prephasing(LaneRead read) {
        return spread(read, tile -> tile.prephasing);
    }

    private Spread spread(LaneRead read, Function<Tile, Map<Integer, Double>> measured) {
        Spread spread = new Spread();
        of(read.lane()).forEach(tile -> spread.add(measured.apply(tile).getOrDefault(read.read(), Double.NaN)));
        return spread;
    }

    /** All clusters of a lane. */
    long clusters(int lane) {
        return sum(lane, tile -> tile.clusters);
    }

    /** The clusters of a lane that pass the filter. */
    long clustersPassing(int lane) {
        return sum(lane, tile -> tile.passing);
    }

    private long sum(int lane, ToDoubleFunction<Tile> clusters) {
        return Math.round(
                of(lane).mapToDouble(clusters).filter(Double::isFinite).sum());
    }
}
