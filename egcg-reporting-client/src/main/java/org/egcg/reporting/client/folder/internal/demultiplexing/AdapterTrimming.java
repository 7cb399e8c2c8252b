package org.egcg.reporting.client.folder.internal.demultiplexing;

import java.nio.file.Path;
import org.egcg.reporting.client.folder.internal.Names;
import org.egcg.reporting.client.folder.internal.TextFile;

/** Reads bcl2fastq's {@code AdapterTrimming.txt}, of which the first table says what was cut off each sample. */
public final class AdapterTrimming {
    private AdapterTrimming() {}

    /** Tells what the file says; it names no barcodes, so a sample with two in a lane is passed over. */
    public static void read(Path file, Demultiplexing run) {
        TextFile.read(
                file,
                text -> Table.all(text, Table.TABS, line -> {
                    if (line.cell("TrimmedBases").isPresent()
                            && line.cell("Project").isPresent()) {
                        take(file, run, line);
                    }
                }));
    }

    private static void take(Path file, Demultiplexing run, Table line) {
        String sample = Names.of(line.text("Sample Id"), "Sample Id");
        run.only(line.lane(), sample).ifPresent(element -> {
            element.tell(Count.adaptor(line.read("Read")), line.count("TrimmedBases"), file);
            if (!element.isUndetermined()) {
                element.tellProject(Names.of(line.text("Project"), "Project"));
            }
        });
    }
}
