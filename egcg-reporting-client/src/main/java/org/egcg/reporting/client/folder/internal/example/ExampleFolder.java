package org.egcg.reporting.client.folder.internal.example;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.egcg.reporting.client.folder.internal.RunRead;

/** Writes the folder of an example run, as the instrument and the tools write it. */
public final class ExampleFolder {
    private final ExampleRun run;
    private final Path folder;

    private ExampleFolder(ExampleRun run, Path folder) {
        this.run = run;
        this.folder = folder;
    }

    /** Writes the run's folder below another, and answers with it. */
    public static Path write(ExampleRun run, Path below) {
        ExampleFolder example = new ExampleFolder(run, below.resolve(run.runId()));
        example.file("RunInfo.xml", example::runInfo);
        example.file("RunParameters.xml", example::runParameters);
        example.file("SampleSheet.csv", example::sheet);
        ExampleInterop.write(run, example.folder.resolve("InterOp"));
        if (run.bclConvert()) {
            ExampleReports reports = new ExampleReports(run);
            example.file("Reports/Demultiplex_Stats.csv", reports::counts);
            example.file("Reports/Quality_Metrics.csv", reports::quality);
            example.file("Reports/Adapter_Metrics.csv", reports::adapters);
            example.file("Reports/Top_Unknown_Barcodes.csv", reports::unknown);
        } else {
            ExampleStats stats = new ExampleStats(run);
            example.file("Data/Intensities/BaseCalls/Stats/Stats.json", stats::json);
        }
        example.file("RTAComplete.txt", out -> out.println("RTA 3.4.4 completed"));
        return example.folder;
    }

    private void file(String name, Consumer<PrintWriter> content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            try (BufferedWriter text = Files.newBufferedWriter(file);
                    PrintWriter out = new PrintWriter(text)) {
                content.accept(out);
            }
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private void runInfo(PrintWriter out) {
        out.printf(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>%n<RunInfo Version=\"6\">%n  <Run Id=\"%s\" Number=\"1\">%n",
                run.runId());
        out.println("    <Reads>");
        for (RunRead read : run.reads()) {
            out.printf(
                    "      <Read Number=\"%d\" NumCycles=\"%d\" IsIndexedRead=\"%s\" />%n",
                    read.number(), read.cycles(), read.index() ? "Y" : "N");
        }
        out.printf(
                "    </Reads>%n    <FlowcellLayout LaneCount=\"%d\" SurfaceCount=\"1\" SwathCount=\"1\" TileCount=\"%d\" />%n",
                run.lanes(), ExampleRun.TILES);
        out.println("    <ImageChannels>");
        run.channels().forEach(channel -> out.printf("      <Name>%s</Name>%n", channel));
        out.println("    </ImageChannels>");
        out.printf("  </Run>%n</RunInfo>%n");
    }

    private void runParameters(PrintWriter out) {
        out.printf("<?xml version=\"1.0\"?>%n<RunParameters>%n  <RunId>%s</RunId>%n  <Reads>%n", run.runId());
        for (RunRead read : run.reads()) {
            out.printf("    <RunInfoRead Number=\"%d\" NumCycles=\"%d\" />%n", read.number(), read.cycles());
        }
        out.printf("  </Reads>%n</RunParameters>%n");
    }

    /** Version 1 for bcl2fastq, version 2 for BCL Convert. */
    private void sheet(PrintWriter out) {
        out.printf(
                "[Header]%n%s,%s%n%n[%s]%n",
                run.bclConvert() ? "FileFormatVersion" : "IEMFileVersion",
                run.bclConvert() ? "2" : "4",
                run.bclConvert() ? "BCLConvert_Data" : "Data");
        out.println("Lane,Sample_ID,Sample_Name,index,index2,Sample_Project,Sample_Plate,Library_ID");
        for (int lane = 1; lane <= run.lanes(); lane++) {
            for (int sample = 1; sample <= run.samples(); sample++) {
                String[] barcodes = run.barcode(sample).split("[-+]", -1);
                out.printf(
                        "%d,%s,customer %d,%s,%s,%s,plate%d,L%05d%n",
                        lane,
                        run.sample(sample),
                        sample,
                        barcodes[0],
                        barcodes.length > 1 ? barcodes[1] : "",
                        run.project(sample),
                        (sample - 1) / 96 + 1,
                        sample);
            }
        }
    }
}
