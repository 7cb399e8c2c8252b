package org.egcg.reporting.client.folder.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.egcg.reporting.client.folder.FolderException;
import org.egcg.reporting.client.folder.internal.demultiplexing.AdapterTrimming;
import org.egcg.reporting.client.folder.internal.demultiplexing.BclConvert;
import org.egcg.reporting.client.folder.internal.demultiplexing.Demultiplexing;
import org.egcg.reporting.client.folder.internal.demultiplexing.DemultiplexingXml;
import org.egcg.reporting.client.folder.internal.demultiplexing.Element;
import org.egcg.reporting.client.folder.internal.demultiplexing.StatsJson;
import org.egcg.reporting.client.folder.internal.interop.LaneMeasures;
import org.egcg.reporting.client.folder.internal.tool.SampleMetrics;
import org.egcg.reporting.client.folder.internal.tool.ToolMappings;

/** The files of one run, read. */
public final class RunFiles {
    private static final List<String> COMPLETE = List.of("RTAComplete.txt", "CopyComplete.txt", "RTAComplete.xml");

    private final Path root;
    private final RunInfo info;
    private final Optional<Path> sheetFile;
    private final List<SheetRow> sheet;
    private final Demultiplexing reads;
    private final LaneMeasures measures;
    private final List<Path> read;
    private final SampleMetrics metrics;
    private final boolean complete;

    private RunFiles(Path root, RunInfo info, Map<FileKind, List<Path>> files, ToolMappings mappings) {
        this.root = root;
        this.info = info;
        this.read = files.entrySet().stream()
                .filter(kind -> kind.getKey() != FileKind.OTHER)
                .flatMap(kind -> kind.getValue().stream())
                .sorted()
                .toList();
        checkName(files.getOrDefault(FileKind.RUN_PARAMETERS, List.of()));
        this.sheetFile = sheetFile(files.getOrDefault(FileKind.SAMPLE_SHEET, List.of()));
        this.sheet = sheetFile.map(SampleSheet::read).orElse(List.of());
        this.reads = demultiplexing(files);
        this.measures = LaneMeasures.read(info, root.resolve("InterOp"));
        this.metrics = new SampleMetrics(mappings, samples());
        this.complete = COMPLETE.stream().anyMatch(name -> Files.exists(root.resolve(name)));
        each(files, FileKind.OTHER, file -> metrics.read(file, FileKind.head(file)));
    }

    private Set<String> samples() {
        Set<String> samples = new TreeSet<>();
        sheet.forEach(row -> samples.add(row.sample()));
        reads.elements().forEach(element -> samples.add(element.sample()));
        samples.remove(Element.UNDETERMINED);
        return samples;
    }

    /** The runs of a folder, by their names. */
    public static Collection<RunFiles> in(Path folder, ToolMappings mappings) {
        Map<String, Path> roots = new TreeMap<>();
        Map<String, RunInfo> infos = new TreeMap<>();
        Map<Path, FileKind> kinds = new TreeMap<>();
        List<Path> files = Files.isDirectory(folder) ? FolderTree.files(folder) : List.of(folder);
        for (Path file : files) {
            FileKind kind = FileKind.of(file);
            kinds.put(file, kind);
            if (kind == FileKind.RUN_INFO) {
                RunInfo info = RunInfoFile.read(file);
                Path own = file.toAbsolutePath().getParent();
                infos.putIfAbsent(info.runId(), info);
                roots.merge(
                        info.runId(), own, (one, other) -> one.getNameCount() <= other.getNameCount() ? one : other);
            }
        }
        List<RunFiles> runs = new ArrayList<>();
        roots.forEach((run, root) -> runs.add(new RunFiles(root, infos.get(run), own(kinds, roots, run), mappings)));
        return runs;
    }

    /** The files below the root, or all if there is no other run. */
    private static Map<FileKind, List<Path>> own(Map<Path, FileKind> kinds, Map<String, Path> roots, String run) {
        Map<FileKind, List<Path>> own = new EnumMap<>(FileKind.class);
        kinds.forEach((file, kind) -> {
            boolean inside = file.toAbsolutePath().startsWith(roots.get(run));
            if (inside || roots.size() == 1) {
                own.computeIfAbsent(kind, first -> new ArrayList<>()).add(file);
            }
        });
        return own;
    }

    private void checkName(List<Path> parameters) {
        for (Path file : parameters) {
            RunParametersFile.read(file)
                    .runId()
                    .filter(run -> !run.equals(info.runId()))
                    .ifPresent(run -> {
                        throw new FolderException(
                                file, "the run is '%s', and '%s' in RunInfo.xml".formatted(run, info.runId()));
                    });
        }
    }

    /** The sheet at the top if there is one, else the first. */
    private Optional<Path> sheetFile(List<Path> sheets) {
        return Stream.concat(
                        sheets.stream().filter(file -> file.toAbsolutePath().equals(root.resolve("SampleSheet.csv"))),
                        sheets.stream())
                .findFirst();
    }

    private Demultiplexing demultiplexing(Map<FileKind, List<Path>> files) {
        Demultiplexing found = new Demultiplexing();
        each(files, FileKind.STATS_JSON, file -> StatsJson.read(file, found));
        each(files, FileKind.DEMULTIPLEXING_XML, file -> DemultiplexingXml.read(file, found));
        each(files, FileKind.DEMULTIPLEX_STATS, file -> BclConvert.readCounts(file, found));
        each(files, FileKind.QUALITY_METRICS, file -> BclConvert.readQuality(file, found));
        each(files, FileKind.ADAPTER_METRICS, file -> BclConvert.readAdapters(file, found));
        each(files, FileKind.ADAPTER_TRIMMING, file -> AdapterTrimming.read(file, found));
        each(files, FileKind.UNKNOWN_BARCODES, file -> BclConvert.readUnknown(file, found));
        each(files, FileKind.INDEX_HOPPING, file -> BclConvert.readHopping(file, found));
        return found;
    }

    private static void each(
            Map<FileKind, List<Path>> files, FileKind kind, java.util.function.Consumer<Path> reading) {
        files.getOrDefault(kind, List.of()).forEach(reading);
    }

    public Path root() {
        return root;
    }

    public RunInfo info() {
        return info;
    }

    public List<SheetRow> sheet() {
        return sheet;
    }

    /** The file of the sheet; empty if there is none. */
    public Optional<Path> sheetFile() {
        return sheetFile;
    }

    public Demultiplexing reads() {
        return reads;
    }

    public LaneMeasures measures() {
        return measures;
    }

    /** What tools say of the samples. */
    public SampleMetrics metrics() {
        return metrics;
    }

    public List<Path> read() {
        return read;
    }

    /** Whether one of the files lies there that instruments write last. */
    public boolean isComplete() {
        return complete;
    }
}
