package org.egcg.reporting.client.folder.internal.demultiplexing;

import java.nio.file.Path;
import java.util.Optional;
import org.egcg.reporting.client.folder.internal.Names;

/** Reads the reports of BCL Convert. */
public final class BclConvert {
    private final Path file;
    private final Demultiplexing run;

    private BclConvert(Path file, Demultiplexing run) {
        this.file = file;
        this.run = run;
    }

    /** Tells what {@code Demultiplex_Stats.csv} says: how many reads each sample has. */
    public static void readCounts(Path file, Demultiplexing run) {
        Table.read(file, new BclConvert(file, run)::counts);
    }

    /** Tells what {@code Quality_Metrics.csv} says: bases of each read, and those with Q30. */
    public static void readQuality(Path file, Demultiplexing run) {
        Table.read(file, new BclConvert(file, run)::quality);
    }

    /** Tells what {@code Adapter_Metrics.csv} says: what was cut off. */
    public static void readAdapters(Path file, Demultiplexing run) {
        Table.read(file, new BclConvert(file, run)::adapters);
    }

    /** Tells what {@code Top_Unknown_Barcodes.csv} says. */
    public static void readUnknown(Path file, Demultiplexing run) {
        Table.read(file, line -> new BclConvert(file, run).unknown(line));
    }

    /** Tells what {@code Index_Hopping_Counts.csv} says: pairs of barcodes that belong to different samples. */
    public static void readHopping(Path file, Demultiplexing run) {
        Table.read(file, line -> {
            if (line.cell("SampleID").isEmpty()) {
                new BclConvert(file, run).unknown(line);
            }
        });
    }

    private void counts(Table line) {
        Element element = element(line, line.cell("Index"));
        element.tell(Count.PASSING_FILTER_READS, line.count("# Reads"), file);
    }

    private void quality(Table line) {
        Element element = element(line, pair(line));
        int read = line.read("ReadNumber");
        element.tell(Count.bases(read), line.count("Yield"), file);
        element.tell(Count.q30(read), line.count("YieldQ30"), file);
    }

    /** What was cut off; old versions have one line for all reads, which tells of none of them. */
    private void adapters(Table line) {
        if (line.hasColumn("ReadNumber") && line.hasColumn("AdapterBases")) {
            Element element = element(line, pair(line));
            element.tell(Count.adaptor(line.read("ReadNumber")), line.count("AdapterBases"), file);
        }
    }

    private Element element(Table line, Optional<String> barcode) {
        String id = line.cell("SampleID").orElseGet(() -> line.text("Sample_ID"));
        String sample = Names.of(id, "SampleID");
        Element element =
                run.element(line.lane(), sample, barcode.map(Names::barcode).orElse(""));
        if (!element.isUndetermined()) {
            line.cell("Sample_Project").ifPresent(project -> element.tellProject(Names.of(project, "Sample_Project")));
        }
        return element;
    }

    private static Optional<String> pair(Table line) {
        return line.cell("index")
                .map(first ->
                        line.cell("index2").map(second -> first + "-" + second).orElse(first));
    }

    private void unknown(Table line) {
        Optional<String> barcode = pair(line);
        if (barcode.isPresent()) {
            run.tellUnknown(line.lane(), Names.barcode(barcode.get()), line.count("# Reads"), file);
        }
    }
}
