package org.egcg.reporting.client.folder.internal.demultiplexing;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.client.folder.internal.Names;

/** Reads bcl2fastq's {@code AdapterTrimming.txt}, of which the first table says what was cut off each sample. */
public final class AdapterTrimming {
    private AdapterTrimming() {}

    /** Tells what the file says; it names no barcodes, so a sample with two in a lane is passed over. */
    public static void read(Path file, Demultiplexing run) {
        Map<Integer, Map<String, Optional<Element>>> known = run.bySample();
        Table.read(file, Table.TABS, line -> {
            if (line.cell("TrimmedBases").isPresent() && line.cell("Project").isPresent()) {
                take(file, known, line);
            }
        });
    }

    private static void take(Path file, Map<Integer, Map<String, Optional<Element>>> known, Table line) {
        String sample = Names.of(line.text("Sample Id"), "Sample Id");
        Map<String, Optional<Element>> ofLane = known.getOrDefault(line.lane(), Map.of());
        ofLane.getOrDefault(sample, Optional.empty()).ifPresent(element -> {
            element.tell(Count.adaptor(line.read("Read")), line.count("TrimmedBases"), file);
            if (!element.isUndetermined()) {
                element.tellProject(Names.of(line.text("Project"), "Project"));
            }
        });
    }
}
