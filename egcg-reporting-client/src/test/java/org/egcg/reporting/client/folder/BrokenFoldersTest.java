package org.egcg.reporting.client.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.client.folder.internal.example.ExampleFolder;
import org.egcg.reporting.client.folder.internal.example.ExampleRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a file of a run, a sentence says in which file and in which line, and there is no run to store. */
class BrokenFoldersTest {
    private static final ExampleRun OLD =
            new ExampleRun("250103_E00306_0025_BHCHK3CCXX", 2, ExampleRun.reads("51 8i 51"), 2, false);
    private static final ExampleRun RECENT =
            new ExampleRun("250124_A00834_0183_BHMTFYDRXX", 2, ExampleRun.reads("51 8i 8i 51"), 2, true);

    private static final String STATS = "Data/Intensities/BaseCalls/Stats/Stats.json";

    /** What is wrong with a file as a whole, or does not fit another one. */
    private static final Set<String> OF_NO_LINE = Set.of(
            "nothing left",
            "UTF-16",
            "no reads",
            "reads of barcodes alone",
            "no lanes",
            "another project",
            "the name of another run",
            "another run",
            "a read too much",
            "more with Q30 than bases");

    private static final Pattern SAID = Pattern.compile("(?<file>[^:]+)(?<line>:\\d+)?: \\S.*", Pattern.DOTALL);

    @TempDir
    private Path folders;

    /** A way to break the file of a run. */
    private record Damage(ExampleRun run, String file, String how, UnaryOperator<byte[]> deed) {
        @Override
        public String toString() {
            return how + " of " + file + " of " + run.runId();
        }

        boolean isOfALine() {
            return !file.endsWith(".bin") && !how.endsWith(" 12345678901") && !OF_NO_LINE.contains(how);
        }
    }

    private static List<Damage> damages() {
        List<Damage> all = new ArrayList<>();
        for (ExampleRun run : List.of(OLD, RECENT)) {
            for (String file : List.of("RunInfo.xml", "RunParameters.xml")) {
                unknown().forEach((how, deed) -> all.add(new Damage(run, file, how, deed)));
                everyText().forEach((how, deed) -> all.add(new Damage(run, file, how, deed)));
                xml().forEach((how, deed) -> all.add(new Damage(run, file, how, deed)));
            }
            everyText().forEach((how, deed) -> {
                if (!how.contains("cut")) {
                    all.add(new Damage(run, "SampleSheet.csv", how, deed));
                }
            });
            runInfo().forEach((how, deed) -> all.add(new Damage(run, "RunInfo.xml", how, deed)));
            sheet().forEach((how, deed) -> all.add(new Damage(run, "SampleSheet.csv", how, deed)));
            interop().forEach((how, deed) -> {
                for (String file :
                        List.of("TileMetricsOut", "QMetricsOut", "ErrorMetricsOut", "ExtractionMetricsOut")) {
                    all.add(new Damage(run, "InterOp/" + file + ".bin", how, deed));
                }
            });
        }
        interop()
                .forEach((how, deed) ->
                        all.add(new Damage(RECENT, "InterOp/EmpiricalPhasingMetricsOut.bin", how, deed)));
        for (String file : List.of("SampleSheet.csv", STATS)) {
            unknown().forEach((how, deed) -> all.add(new Damage(OLD, file, how, deed)));
        }
        for (String file : List.of("Reports/Demultiplex_Stats.csv", "Reports/Quality_Metrics.csv")) {
            unknown().forEach((how, deed) -> all.add(new Damage(RECENT, file, how, deed)));
        }
        everyText().forEach((how, deed) -> all.add(new Damage(OLD, STATS, how, deed)));
        stats().forEach((how, deed) -> all.add(new Damage(OLD, STATS, how, deed)));
        for (String report :
                List.of("Demultiplex_Stats", "Quality_Metrics", "Adapter_Metrics", "Top_Unknown_Barcodes")) {
            String file = "Reports/" + report + ".csv";
            everyText().forEach((how, deed) -> all.add(new Damage(RECENT, file, how, deed)));
            table().forEach((how, deed) -> all.add(new Damage(RECENT, file, how, deed)));
        }
        return all;
    }

    private static UnaryOperator<byte[]> text(UnaryOperator<String> deed) {
        return bytes -> deed.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private static UnaryOperator<byte[]> replaced(String pattern, String by) {
        return text(text -> text.replaceFirst(pattern, by));
    }

    private static Map<String, UnaryOperator<byte[]>> everyText() {
        Map<String, UnaryOperator<byte[]>> damages = new LinkedHashMap<>();
        damages.put("cut in the middle", bytes -> cut(bytes, 2));
        damages.put("cut near the end", bytes -> cut(bytes, 1.1));
        damages.put("bytes of Latin-1", bytes -> inserted(bytes, new byte[] {(byte) 0xe4, (byte) 0xf6}));
        damages.put("half a character", bytes -> inserted(bytes, new byte[] {(byte) 0xe2, (byte) 0x82}));
        damages.put("zeros", bytes -> inserted(bytes, new byte[64]));
        damages.put(
                "a line without end",
                bytes -> inserted(bytes, "x".repeat(1 << 18).getBytes(StandardCharsets.UTF_8)));
        return damages;
    }

    /** What leaves nothing by which the kind of a file is known, but for its name. */
    private static Map<String, UnaryOperator<byte[]>> unknown() {
        Map<String, UnaryOperator<byte[]>> damages = new LinkedHashMap<>();
        damages.put("nothing left", bytes -> new byte[0]);
        damages.put("UTF-16", bytes -> new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16));
        return damages;
    }

    /** In the middle of a line, as a full disk leaves it. */
    private static byte[] cut(byte[] bytes, double part) {
        int end = (int) (bytes.length / part);
        while (bytes[end - 1] == '\n' || bytes[end] == '\n' || bytes[end] == '\r') {
            end--;
        }
        int line = end;
        while (bytes[line - 1] != '\n') {
            line--;
        }
        return Arrays.copyOf(bytes, line + Math.min(4, end - line));
    }

    private static byte[] inserted(byte[] bytes, byte[] more) {
        byte[] all = Arrays.copyOf(bytes, bytes.length + more.length);
        int middle = bytes.length / 2;
        System.arraycopy(more, 0, all, middle, more.length);
        System.arraycopy(bytes, middle, all, middle + more.length, bytes.length - middle);
        return all;
    }

    private static Map<String, UnaryOperator<byte[]>> xml() {
        Map<String, UnaryOperator<byte[]>> damages = new LinkedHashMap<>();
        String secret = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        String laughs = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>";
        damages.put("an entity of a file", replaced("(?s)\\?>(.*?>)", "?>" + secret + "$1&e;"));
        damages.put("an entity of entities", replaced("(?s)\\?>(.*?>)", "?>" + laughs + "$1&b;"));
        damages.put("an entity without declaration", replaced("(?s)\\?>(.*?>)", "?>$1&nothing;"));
        damages.put("elements in one another", replaced("(?s)\\?>(.*?>)", "?>$1" + "<a>".repeat(1000)));
        damages.put("a wrong end", replaced("</Run(Info|Parameters)>", "</Else>"));
        damages.put("an attribute twice", replaced("(?s)\\?>(.*?>)", "?>$1<a b='1' b='2'/>"));
        return damages;
    }

    private static Map<String, UnaryOperator<byte[]>> runInfo() {
        Map<String, UnaryOperator<byte[]>> damages = new LinkedHashMap<>();
        for (String lanes : List.of("0", "9", "-1", "many", "", "1e3", "99999999999999999999")) {
            damages.put(lanes + " lanes", replaced("LaneCount=\"\\d+\"", "LaneCount=\"" + lanes + "\""));
        }
        for (String cycles : List.of("-5", "99999", "x", "1.5")) {
            damages.put(cycles + " cycles", replaced("NumCycles=\"\\d+\"", "NumCycles=\"" + cycles + "\""));
        }
        for (String name : List.of("", "../../etc", "a b", "<", "a/b", "ä")) {
            damages.put("the name " + name, replaced("Run Id=\"[^\"]*\"", "Run Id=\"" + name + "\""));
        }
        damages.put("a thousand reads", text(text -> text.replaceFirst("(<Read .*?/>)", "$1".repeat(1_000))));
        damages.put("the name of another run", replaced("Run Id=\"[^\"]*\"", "Run Id=\"another\""));
        damages.put("no reads", text(text -> text.replaceAll("<Read .*?/>", "")));
        damages.put("reads of barcodes alone", text(text -> text.replace("\"N\"", "\"Y\"")));
        damages.put("no lanes", text(text -> text.replaceAll("<FlowcellLayout.*?/>", "")));
        return damages;
    }

    private static Map<String, UnaryOperator<byte[]>> sheet() {
        Map<String, UnaryOperator<byte[]>> damages = new LinkedHashMap<>();
        damages.put("lane 9", replaced("\n1,S00001", "\n9,S00001"));
        damages.put("a lane in words", replaced("\n1,S00001", "\nfirst,S00001"));
        damages.put("no samples' ids", replaced("Sample_ID", "Id"));
        damages.put("a sample without id", replaced("\n1,S00001", "\n1,"));
        damages.put("another project", replaced("P0001", "P0009"));
        damages.put("a quotation without end", replaced("\n1,S00001", "\n1,\"S00001"));
        return damages;
    }

    private static Map<String, UnaryOperator<byte[]>> stats() {
        Map<String, UnaryOperator<byte[]>> damages = new LinkedHashMap<>();
        for (String field :
                List.of("TotalClustersPF", "TotalClustersRaw", "Yield", "NumberReads", "YieldQ30", "LaneNumber")) {
            for (String value :
                    List.of("-1", "\"many\"", "1e300", "99999999999999999999", "{}", "null", "12345678901")) {
                damages.put(field + " " + value, replaced("\"" + field + "\" : \\d+", "\"" + field + "\" : " + value));
            }
        }
        damages.put("a read too much", replaced("\"ReadNumber\" : 2", "\"ReadNumber\" : 3"));
        damages.put("another run", replaced("\"RunId\" : \"[^\"]*\"", "\"RunId\" : \"another\""));
        damages.put(
                "a barcode that is none", replaced("\"IndexSequence\" : \"[^\"]*\"", "\"IndexSequence\" : \"../x\""));
        damages.put("no sample's id", replaced("\"SampleId\" : \"[^\"]*\"", "\"SampleId\" : \"\""));
        damages.put(
                "two samples of one barcode",
                text(text -> text.replaceAll("\"IndexSequence\" : \"\\w+\"", "\"IndexSequence\" : \"ACGT\"")));
        damages.put("more with Q30 than bases", replaced("\"YieldQ30\" : \\d+", "\"YieldQ30\" : 99999999"));
        return damages;
    }

    private static Map<String, UnaryOperator<byte[]>> table() {
        Map<String, UnaryOperator<byte[]>> damages = new LinkedHashMap<>();
        for (String lane : List.of("0", "9", "-1", "", "x", "8")) {
            if (!lane.equals("8")) {
                damages.put("lane '" + lane + "'", replaced("\n1,", "\n" + lane + ","));
            }
        }
        damages.put("a number in words", text(text -> text.replaceAll("(?m)(?<=,)\\d{4,}(?=,)", "many")));
        damages.put("a number below none", text(text -> text.replaceAll("(?m)(?<=,)(\\d{4,})(?=,)", "-$1")));
        damages.put("more than can be", text(text -> text.replaceAll("(?m)(?<=,)(\\d{4,})(?=,)", "99999999999999999")));
        damages.put("a barcode that is none", text(text -> text.replaceAll("[ACGT]{10}", "../../x")));
        return damages;
    }

    private static Map<String, UnaryOperator<byte[]>> interop() {
        Map<String, UnaryOperator<byte[]>> damages = new LinkedHashMap<>();
        damages.put("another version", bytes -> with(bytes, 0, 99));
        damages.put("version 0", bytes -> with(bytes, 0, 0));
        damages.put("records without length", bytes -> with(bytes, 1, 0));
        damages.put("records too short", bytes -> with(bytes, 1, 5));
        damages.put("text", bytes -> "this is no such file".repeat(50).getBytes(StandardCharsets.UTF_8));
        return damages;
    }

    private static byte[] with(byte[] bytes, int place, int value) {
        byte[] changed = bytes.clone();
        changed[place] = (byte) value;
        return changed;
    }

    @Test
    void ofTwoHundredKindsOfBrokenFilesEachIsNamed() throws IOException {
        List<Damage> damages = damages();
        assertThat(damages).hasSizeGreaterThan(200);
        Map<ExampleRun, Path> runs = Map.of(OLD, write(OLD), RECENT, write(RECENT));
        List<String> wrong = new ArrayList<>();
        for (Damage damage : damages) {
            Path folder = runs.get(damage.run());
            Path file = folder.resolve(damage.file());
            byte[] whole = Files.readAllBytes(file);
            byte[] broken = damage.deed().apply(whole);
            Files.write(file, broken);
            Throwable refused = catchThrowable(() -> RunFolder.in(folder, 100));
            if (Arrays.equals(whole, broken) || !isNamed(damage, refused)) {
                wrong.add(damage + ": " + refused);
            }
            Files.write(file, whole);
        }
        assertThat(wrong).isEmpty();
    }

    private Path write(ExampleRun run) {
        Path folder = ExampleFolder.write(run, folders);
        assertThat(RunFolder.in(folder, 100)).hasSize(1);
        return folder;
    }

    /** The file that is broken, or the one that it does not fit and a word of it; the line, where one is at fault. */
    private static boolean isNamed(Damage damage, Throwable refused) {
        if (!(refused instanceof FolderException) || refused.getMessage().length() > 600) {
            return false;
        }
        Matcher said = SAID.matcher(refused.getMessage());
        String broken = Path.of(damage.file()).getFileName().toString();
        return said.matches()
                && Files.isRegularFile(Path.of(said.group("file")))
                && refused.getMessage().contains(broken)
                && (!damage.isOfALine()
                        || (said.group("line") != null && said.group("file").endsWith(broken)));
    }
}
