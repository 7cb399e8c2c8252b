package org.egcg.reporting.client.folder.internal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.client.folder.FolderException;
import org.egcg.reporting.client.folder.internal.demultiplexing.Count;
import org.egcg.reporting.client.folder.internal.demultiplexing.Element;
import org.egcg.reporting.client.folder.internal.demultiplexing.LaneTotals;

/** Holds what was read against itself: parts against wholes, samples against projects, lanes against the flow cell. */
public final class Verification {
    private static final double ROUNDING = 1e-3;

    private final RunFiles files;

    private Verification(RunFiles files) {
        this.files = files;
    }

    /** Throws {@link FolderException} for what does not fit together. */
    public static void check(RunFiles files) {
        new Verification(files).check();
    }

    private void check() {
        files.reads().runId().filter(run -> !run.equals(files.info().runId())).ifPresent(run -> {
            throw refused(
                    files.reads().runIdOf(),
                    "the run is '%s', and '%s' in RunInfo.xml"
                            .formatted(run, files.info().runId()));
        });
        files.reads().elements().forEach(this::check);
        checkAllOrNone(Count.PASSING_FILTER_READS, "how many reads it has");
        checkAllOrNone(Count.BASES_R1, "how many bases it has");
        files.reads().totals().forEach(this::check);
        checkProjects();
    }

    /** Of a file that says so, or of the folder where several do. */
    private FolderException refused(Optional<Path> file, String sentence) {
        return new FolderException(file.orElse(files.root()), sentence);
    }

    private void check(Element element) {
        if (element.lane() > files.info().lanes()) {
            throw refused(
                    element.source(Count.PASSING_FILTER_READS).or(() -> element.source(Count.BASES_R1)),
                    "%s, and the flow cell has %d lanes"
                            .formatted(element, files.info().lanes()));
        }
        part(element, Count.PASSING_FILTER_READS, Count.TOTAL_READS);
        List<RunRead> reads = files.info().sequenced();
        for (int read = 1; read <= Count.MOST_READS; read++) {
            part(element, Count.q30(read), Count.bases(read));
            part(element, Count.adaptor(read), Count.bases(read));
            if (element.count(Count.bases(read)).isPresent()) {
                bases(element, read, reads);
            }
        }
    }

    /** What a file says of some samples it says of all, unless it was cut off. */
    private void checkAllOrNone(Count what, String words) {
        List<Element> without = files.reads().elements().stream()
                .filter(element -> element.count(what).isEmpty())
                .toList();
        if (!without.isEmpty() && without.size() < files.reads().elements().size()) {
            Optional<Path> file = files.reads().elements().stream()
                    .flatMap(element -> element.source(what).stream())
                    .findFirst();
            throw refused(
                    file,
                    "says %s of others, and not of %s, which another file names".formatted(words, without.get(0)));
        }
    }

    private void part(Element element, Count part, Count whole) {
        if (element.count(part).isPresent()
                && element.count(whole).isPresent()
                && element.countOrZero(part) > element.countOrZero(whole)) {
            throw refused(
                    element.source(part),
                    "%s of %s is %d, and %s %d"
                            .formatted(
                                    part.field(),
                                    element,
                                    element.countOrZero(part),
                                    whole.field(),
                                    element.countOrZero(whole)));
        }
    }

    private void bases(Element element, int read, List<RunRead> reads) {
        long bases = element.countOrZero(Count.bases(read));
        if (read > reads.size()) {
            throw refused(
                    element.source(Count.bases(read)),
                    "%s has %d bases of read %d, and the run has %d reads"
                            .formatted(element, bases, read, reads.size()));
        }
        long most = element.countOrZero(Count.PASSING_FILTER_READS)
                * reads.get(read - 1).cycles();
        if (element.count(Count.PASSING_FILTER_READS).isPresent() && bases > most) {
            throw refused(
                    element.source(Count.bases(read)),
                    "%s of %s is %d, and its reads have %d bases at most"
                            .formatted(Count.bases(read).field(), element, bases, most));
        }
    }

    private void check(int lane, LaneTotals totals) {
        long reads = 0;
        long bases = 0;
        for (Element element : files.reads().elements()) {
            if (element.lane() == lane) {
                reads += element.countOrZero(Count.PASSING_FILTER_READS);
                bases += element.countOrZero(Count.BASES_R1)
                        + element.countOrZero(Count.BASES_R2)
                        + element.countOrZero(Count.BASES_R3);
            }
        }
        same(lane, totals, "reads that pass the filter", reads, totals.passing());
        same(lane, totals, "bases", bases, totals.bases().orElse(bases));
        checkClusters(lane, totals);
        if (totals.clusters().orElse(reads) < totals.passing()) {
            throw refused(
                    Optional.of(totals.source()),
                    "lane %d has %d reads that pass the filter, and %d in all"
                            .formatted(lane, totals.passing(), totals.clusters().orElse(0)));
        }
    }

    /** The instrument has counted the clusters as well; what it writes are rounded numbers. */
    private void checkClusters(int lane, LaneTotals totals) {
        long measured = files.measures().clusters(lane);
        long told = totals.clusters().orElse(measured);
        boolean sameLane = files.measures().clustersPassing(lane) == totals.passing();
        if (sameLane && Math.abs(measured - told) > measured * ROUNDING) {
            throw refused(
                    Optional.of(totals.source()),
                    "lane %d has %d clusters, and the instrument has measured %d".formatted(lane, told, measured));
        }
    }

    private void same(int lane, LaneTotals totals, String what, long sum, long told) {
        if (sum != told) {
            throw refused(
                    Optional.of(totals.source()),
                    "the samples of lane %d have %d %s together, and the lane has %d".formatted(lane, sum, what, told));
        }
    }

    private record Told(String project, Optional<Path> file) {}

    private void checkProjects() {
        Map<String, Told> projects = new HashMap<>();
        for (SheetRow row : files.sheet()) {
            row.project().ifPresent(project -> tell(projects, row.sample(), new Told(project, files.sheetFile())));
        }
        for (Element element : files.reads().elements()) {
            Optional<Path> file = element.source(Count.PASSING_FILTER_READS);
            element.project().ifPresent(project -> tell(projects, element.sample(), new Told(project, file)));
        }
    }

    private void tell(Map<String, Told> projects, String sample, Told told) {
        Told before = projects.putIfAbsent(sample, told);
        if (before != null && !before.project().equals(told.project())) {
            String other = before.file()
                    .filter(file -> !before.file().equals(told.file()))
                    .map(file -> " in " + file.getFileName())
                    .orElse("");
            throw refused(
                    told.file(),
                    "the project of sample '%s' is '%s', and '%s'%s"
                            .formatted(sample, told.project(), before.project(), other));
        }
    }
}
