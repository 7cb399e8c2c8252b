package org.egcg.reporting.client.folder.internal.interop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.client.folder.internal.RunInfo;
import org.egcg.reporting.client.folder.internal.RunRead;

/**
 * {@code ExtractionMetricsOut.bin}: the intensity of each read's first cycle in the first channel: A of four, red of red and
 * green, blue of blue and green, in whichever order the instrument names them.
 */
final class IntensityMetrics implements InteropFile.Records {
    private static final int FOUR = 4;
    private static final List<String> FIRST = List.of("a", "red", "blue");

    private final RunInfo run;
    private int channels = FOUR;
    private int channel;
    final Map<LaneRead, Spread> intensities = new HashMap<>();

    IntensityMetrics(RunInfo run) {
        this.run = run;
    }

    @Override
    public Set<Integer> versions() {
        return Set.of(2, 3);
    }

    @Override
    public void header(int version, InputStream bytes) throws IOException {
        if (version == 3) {
            channels = bytes.read();
            if (channels < 1 || channels > FOUR) {
                throw new IllegalArgumentException("has %d channels".formatted(channels));
            }
        }
        channel = channel();
    }

    @Override
    public int length(int version) {
        return version == 2 ? 38 : 8 + 6 * channels;
    }

    @Override
    public void take(int version, ByteBuffer record) {
        TilePosition place = TilePosition.read(record, version == 3, run);
        int cycle = Short.toUnsignedInt(record.getShort());
        Optional<RunRead> read = run.readOf(cycle).filter(found -> run.firstCycle(found) == cycle);
        int at = record.position() + channels * Float.BYTES + channel * Short.BYTES;
        if (read.isPresent() && !place.isNone() && at + Short.BYTES <= record.limit()) {
            intensities
                    .computeIfAbsent(new LaneRead(place.lane(), read.get().number()), first -> new Spread())
                    .add(Short.toUnsignedInt(record.getShort(at)));
        }
    }

    private int channel() {
        List<String> names = run.channels().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        int place = FIRST.stream().mapToInt(names::indexOf).max().orElse(0);
        return place < 0 || place >= channels ? 0 : place;
    }
}
