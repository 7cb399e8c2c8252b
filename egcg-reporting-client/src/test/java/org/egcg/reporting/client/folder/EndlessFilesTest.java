package org.egcg.reporting.client.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;
import org.egcg.reporting.client.folder.internal.example.ExampleFolder;
import org.egcg.reporting.client.folder.internal.example.ExampleRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files that unpack to half a gigabyte are refused in a program that has half of that. */
class EndlessFilesTest {
    private static final ExampleRun RUN =
            new ExampleRun("250124_A00834_0183_BHMTFYDRXX", 1, ExampleRun.reads("36 10i"), 1, true);

    private static final int BLOCK = 1 << 22;
    private static final int BLOCKS = 128;

    @TempDir
    private Path folders;

    /** A file that begins so and goes on for ever. */
    private record Endless(String name, String begin, String rest) {

        void write(Path folder) throws IOException {
            Path file = folder.resolve(name + ".gz");
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(folder.resolve(name));
            byte[] block = packed(rest.repeat(BLOCK / rest.length()));
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(packed(begin));
                for (int blocks = 0; blocks < BLOCKS; blocks++) {
                    out.write(block);
                }
            }
        }

        private static byte[] packed(String text) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (OutputStream out = new GZIPOutputStream(bytes)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return bytes.toByteArray();
        }
    }

    private static final String STATS = "{\"ReadInfosForLanes\":[],\n\"ConversionResults\":[{\"LaneNumber\":1,";
    private static final String SAMPLE = STATS + "\"DemuxResults\":[{\"SampleId\":\"S1\",\n\"x\":";
    private static final String MULTIQC = "{\"report_general_stats_data\":\n[{";
    private static final String XML = "<?xml version=\"1.0\"?>\n<Stats><Flowcell>\n";

    private static List<Endless> files() {
        return List.of(
                new Endless("Stats.json", SAMPLE + "[", "1,"),
                new Endless("Stats.json", SAMPLE + "[", "{},"),
                new Endless("Stats.json", SAMPLE + "\"", "endless "),
                new Endless("Stats.json", SAMPLE, "["),
                new Endless("Stats.json", STATS + "\"", "endless"),
                new Endless("ConversionStats.xml", XML + "<Project name=\"", "endless\n"),
                new Endless("ConversionStats.xml", XML + "<!--", "endless\n"),
                new Endless("ConversionStats.xml", XML + "<Project name=\"all\">", "endless\n"),
                new Endless("ConversionStats.xml", XML, "<a>"),
                new Endless("DemultiplexingStats.xml", XML + "<a", " "),
                new Endless(
                        "Reports/Demultiplex_Stats.csv", "Lane,SampleID,Index,# Reads,# Perfect Index Reads\n", "1,"),
                new Endless("SampleSheet.csv", "[Header]\n[Data]\nSample_ID,Sample_Project\nS1,\"", "endless\n"),
                new Endless("SampleSheet.csv", "[Header]\n[Data]\nSample_ID,Sample_Project\n", "S1,P1\n"),
                new Endless("qc/multiqc_data.json", MULTIQC + "\"S00001\":{\"mean_coverage\":1,\"x\":[", "{},"),
                new Endless("qc/multiqc_data.json", MULTIQC + "\"S00001\":\"", "endless"),
                new Endless("qc/S00001.stats", "# This file was produced by samtools stats\nSN\t", "endless"));
    }

    private static final String LANE = "\"LaneNumber\":1,\"DemuxResults\":[";

    /** Files of which every part is another, as far as memory must hold them. */
    private static Map<String, String> manyOfAll() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "Stats.json",
                many(300_000, "{\"ConversionResults\":[{" + LANE, n -> "{\"SampleId\":\"S%d\",\"NumberReads\":1},\n"
                        .formatted(n)));
        files.put(
                "Data/Stats.json",
                many(
                        300_000,
                        "{\"ReadInfosForLanes\":[],\"UnknownBarcodes\":[{\"Lane\":1,\"Barcodes\":{",
                        n -> "\"%s\":%d,\n".formatted(barcode(n), n)));
        return files;
    }

    private static String many(int count, String begin, IntFunction<String> part) {
        StringBuilder text = new StringBuilder(begin);
        for (int number = 0; number < count; number++) {
            text.append(part.apply(number));
        }
        return text.toString();
    }

    private static String barcode(int number) {
        return new StringBuilder(Integer.toString(number, 4))
                .chars()
                .mapToObj(digit -> String.valueOf("ACGT".charAt(digit - '0')))
                .reduce("A", String::concat);
    }

    @Test
    void areRefusedInASentence() throws Exception {
        List<String> folder = new ArrayList<>();
        for (Endless file : files()) {
            file.write(run(folder));
        }
        for (Map.Entry<String, String> file : manyOfAll().entrySet()) {
            Path path = run(folder).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }

        List<String> said = readInSmallMemory(folder);

        assertThat(said).hasSameSizeAs(folder);
        for (int place = 0; place < said.size(); place++) {
            assertThat(said.get(place)).startsWith(folder.get(place) + "/").containsPattern(":\\d+: \\S");
        }
    }

    private Path run(List<String> folder) {
        Path run = ExampleFolder.write(RUN, folders.resolve("f" + folder.size()));
        folder.add(run.toString());
        return run;
    }

    private static List<String> readInSmallMemory(List<String> folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                EndlessFilesTest.class.getName()));
        command.addAll(folder);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines().toList();
    }

    /** Reads the folders, and prints what is wrong with each. */
    public static void main(String[] folders) {
        for (String folder : folders) {
            try {
                System.out.println(folder + " is a run: "
                        + RunFolder.in(Path.of(folder), 100).size());
            } catch (FolderException refused) {
                System.out.println(refused.getMessage());
            } catch (OutOfMemoryError spent) {
                System.out.println(folder + " takes all memory");
            }
        }
    }
}
