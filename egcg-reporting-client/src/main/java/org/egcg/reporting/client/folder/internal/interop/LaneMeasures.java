package org.egcg.reporting.client.folder.internal.interop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.egcg.reporting.client.folder.internal.RunInfo;
import org.egcg.reporting.client.folder.internal.RunRead;
import org.jspecify.annotations.Nullable;

/** What the files of a folder InterOp say of the lanes of a run. */
public final class LaneMeasures {
    /** Documents know of the first two reads. */
    private static final int MOST_READS = 2;

    private final RunInfo run;
    private final TileMetrics tiles;
    private final ErrorMetrics errors;
    private final IntensityMetrics intensities;
    private final PhasingMetrics phasing;
    private final QualityMetrics qualities;

    private LaneMeasures(RunInfo run, Path folder) {
        this.run = run;
        this.tiles = read(folder, "TileMetrics", new TileMetrics(run));
        this.errors = read(folder, "ErrorMetrics", new ErrorMetrics(run));
        this.intensities = read(folder, "ExtractionMetrics", new IntensityMetrics(run));
        this.phasing = read(folder, "EmpiricalPhasingMetrics", new PhasingMetrics(run));
        this.qualities = file(folder, "QMetrics").isPresent()
                ? read(folder, "QMetrics", new QualityMetrics(run, true))
                : read(folder, "QMetricsByLane", new QualityMetrics(run, false));
    }

    /** Reads what is there; a folder without such files says nothing. */
    public static LaneMeasures read(RunInfo run, Path folder) {
        return new LaneMeasures(run, folder);
    }

    private static <T extends InteropFile.Records> T read(Path folder, String name, T records) {
        file(folder, name).ifPresent(file -> InteropFile.read(file, records));
        return records;
    }

    private static Optional<Path> file(Path folder, String name) {
        return List.of(name + "Out.bin", name + ".bin").stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** All clusters of a lane; 0 if nothing is known. */
    public long clusters(int lane) {
        return tiles.clusters(lane);
    }

    /** The clusters of a lane that pass the filter; 0 if nothing is known. */
    public long clustersPassing(int lane) {
        return tiles.clustersPassing(lane);
    }

    /** The last cycle of which the instrument has written; 0 if nothing is known. */
    public int cyclesDone() {
        return qualities.highest();
    }

    /** The metrics of a lane by the names of the fields. */
    public Map<String, Double> of(int lane) {
        Map<String, Double> fields = new TreeMap<>();
        List<RunRead> reads = run.sequenced();
        Map<LaneRead, Spread> rates = errors.rates();
        for (int place = 0; place < Math.min(reads.size(), MOST_READS); place++) {
            LaneRead read = new LaneRead(lane, reads.get(place).number());
            String end = "_r" + (place + 1);
            spread(fields, "pc_clust_pf", end, tiles.passing(lane));
            spread(fields, "pc_aligned", end, tiles.aligned(read));
            spread(fields, "intensity_c1", end, intensities.intensities.get(read));
            spread(fields, "pc_error", end, rates.get(read));
            mean(fields, "phasing" + end, phasing(tiles.phasing(read), read, true));
            mean(fields, "prephasing" + end, phasing(tiles.prephasing(read), read, false));
            bases(fields, end, read);
        }
        return fields;
    }

    private @Nullable Spread phasing(Spread measured, LaneRead read, boolean behind) {
        return measured.mean().isPresent() ? measured : phasing.slopes(behind).get(read);
    }

    private static void spread(Map<String, Double> fields, String name, String end, @Nullable Spread spread) {
        mean(fields, name + end, spread);
        if (spread != null) {
            put(fields, name + "_stdev" + end, spread.deviation());
        }
    }

    private static void mean(Map<String, Double> fields, String name, @Nullable Spread spread) {
        if (spread != null) {
            put(fields, name, spread.mean());
        }
    }

    private static void put(Map<String, Double> fields, String name, OptionalDouble value) {
        value.ifPresent(number -> fields.put(name, number));
    }

    private void bases(Map<String, Double> fields, String end, LaneRead read) {
        QualityMetrics.Bases found = qualities.bases.get(read);
        if (found != null && found.all > 0) {
            fields.put("pc_q30" + end, 100d * found.good / found.all);
            fields.put("yield" + end, found.all / 1e9);
        }
    }
}
