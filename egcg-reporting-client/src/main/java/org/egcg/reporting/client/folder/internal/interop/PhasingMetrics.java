package org.egcg.reporting.client.folder.internal.interop;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.egcg.reporting.client.folder.internal.RunInfo;
import org.egcg.reporting.client.folder.internal.RunRead;

/**
 * {@code EmpiricalPhasingMetricsOut.bin}: how far bases of a tile fall behind and run ahead, cycle by cycle. The phasing of a
 * read is the slope over the first twenty-five cycles of it that the file has, or 0 where it falls.
 */
final class PhasingMetrics implements InteropFile.Records {
    private static final int ENOUGH = 25;

    private final RunInfo run;
    private final Map<TileRead, Slopes> tiles = new HashMap<>();

    private record TileRead(TilePosition place, int read) {}

    /** The straight line through points that come one by one. */
    private static final class Line {
        private int points;
        private double x;
        private double y;
        private double xy;
        private double xx;

        void add(double across, double up) {
            points++;
            x += across;
            y += up;
            xy += across * up;
            xx += across * across;
        }

        double slope() {
            return (points * xy - x * y) / (points * xx - x * x);
        }
    }

    private static final class Slopes {
        private final Line behind = new Line();
        private final Line ahead = new Line();
    }

    PhasingMetrics(RunInfo run) {
        this.run = run;
    }

    @Override
    public Set<Integer> versions() {
        return Set.of(1, 2);
    }

    @Override
    public int length(int version) {
        return version == 1 ? 14 : 16;
    }

    @Override
    public void take(int version, ByteBuffer record) {
        TilePosition place = TilePosition.read(record, version == 2, run);
        int cycle = Short.toUnsignedInt(record.getShort());
        RunRead read = run.readOf(cycle)
                .orElseThrow(() -> new IllegalArgumentException(
                        "speaks of cycle %d, and the run has %d".formatted(cycle, run.cycles())));
        TilePosition.checkNumber(tiles.size() / run.reads().size());
        Slopes slopes = tiles.computeIfAbsent(new TileRead(place, read.number()), first -> new Slopes());
        if (!place.isNone() && slopes.behind.points < ENOUGH) {
            int within = cycle - run.firstCycle(read) + 1;
            slopes.behind.add(within, record.getFloat());
            slopes.ahead.add(within, record.getFloat());
        }
    }

    /** The phasing of the lanes, or the prephasing. */
    Map<LaneRead, Spread> slopes(boolean behind) {
        Map<LaneRead, Spread> found = new HashMap<>();
        tiles.forEach((tile, slopes) -> {
            Line line = behind ? slopes.behind : slopes.ahead;
            if (line.points == ENOUGH) {
                found.computeIfAbsent(new LaneRead(tile.place().lane(), tile.read()), first -> new Spread())
                        .add(Math.max(0, line.slope()));
            }
        });
        return found;
    }
}
