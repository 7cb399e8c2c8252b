package org.egcg.reporting.client.folder.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.egcg.reporting.client.folder.FolderException;

/** Reads {@code RunInfo.xml} of all generations. */
public final class RunInfoFile implements XmlFile.Visitor {
    private static final int MOST_LANES = 8;
    private static final int MOST_CYCLES = 2000;
    private static final int MOST_READS = 16;
    private static final int MOST_CHANNELS = 16;

    private String runId = "";
    private int lanes;
    private final List<RunRead> reads = new ArrayList<>();
    private final List<String> channels = new ArrayList<>();

    private RunInfoFile() {}

    /** What the file says; {@link FolderException} if it does not say enough. */
    public static RunInfo read(Path file) {
        RunInfoFile found = new RunInfoFile();
        XmlFile.read(file, found);
        if (found.runId.isEmpty()) {
            throw new FolderException(file, "names no run");
        }
        if (found.lanes == 0) {
            throw new FolderException(file, "says of no lane");
        }
        if (found.reads.stream().allMatch(RunRead::index)) {
            throw new FolderException(file, "says of no read");
        }
        return new RunInfo(found.runId, found.lanes, found.reads, found.channels);
    }

    @Override
    public void begin(String path, Map<String, String> attributes) {
        switch (path) {
            case "/RunInfo/Run" -> runId = Names.run(attributes.getOrDefault("Id", ""));
            case "/RunInfo/Run/FlowcellLayout" ->
                lanes = Numbers.within(attributes.getOrDefault("LaneCount", "none"), 1, MOST_LANES, "LaneCount");
            case "/RunInfo/Run/Reads/Read" -> addRead(attributes);
            default -> {}
        }
    }

    private void addRead(Map<String, String> attributes) {
        int cycles = Numbers.within(attributes.getOrDefault("NumCycles", "none"), 0, MOST_CYCLES, "NumCycles");
        if (reads.size() == MOST_READS) {
            throw new IllegalArgumentException("has more than %d reads".formatted(MOST_READS));
        }
        boolean index = attributes.getOrDefault("IsIndexedRead", "N").equalsIgnoreCase("Y");
        if (cycles > 0) {
            reads.add(new RunRead(reads.size() + 1, cycles, index));
        }
    }

    @Override
    public void end(String path, String text) {
        if (path.equals("/RunInfo/Run/ImageChannels/Name") && channels.size() < MOST_CHANNELS) {
            channels.add(text);
        }
    }
}
