package org.egcg.reporting.client.folder.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.client.folder.FolderException;

/** What a file is, by how it begins: its first element if it is XML, else a word that no other has. */
public enum FileKind {
    RUN_INFO("<RunInfo>"),
    RUN_PARAMETERS("<RunParameters>"),
    DEMULTIPLEXING_XML("<Stats>"),
    STATS_JSON("\"ReadInfosForLanes\"", "\"ConversionResults\""),
    QUALITY_METRICS("YieldQ30,"),
    DEMULTIPLEX_STATS("# Perfect Index Reads", "# Reads,# Perfect"),
    ADAPTER_METRICS("AdapterBases"),
    UNKNOWN_BARCODES("% of Unknown Barcodes"),
    INDEX_HOPPING("% of Hopped Reads"),
    ADAPTER_TRIMMING("Lane\tRead\tProject\tSample Id"),
    SAMPLE_SHEET("[Header]", "[Data]", "[BCLConvert_Data]"),
    OTHER();

    private static final int HEAD = 4096;

    private static final Pattern ELEMENT = Pattern.compile("<([A-Za-z]\\w*)[\\s/>]");

    private static final Pattern OF_THE_RUN = Pattern.compile("(?i)RunInfo\\.xml(\\.gz)?");

    /** What files are called that hold something if they are whole. */
    private static final Pattern NEVER_EMPTY =
            Pattern.compile("((?i:RunParameters\\.xml)|Stats\\.json|(Conversion|Demultiplexing)Stats\\.xml"
                    + "|(Demultiplex_Stats|Quality_Metrics|SampleSheet)\\.csv)(\\.gz)?");

    private static final Pattern PERHAPS_EMPTY = Pattern.compile(
            "((Adapter_Metrics|Top_Unknown_Barcodes|Index_Hopping_Counts)\\.csv" + "|AdapterTrimming\\.txt)(\\.gz)?");

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> signs;

    FileKind(String... signs) {
        this.signs = List.of(signs);
    }

    /**
     * The kind of a file.
     *
     * @throws FolderException if it is called as files of a kind are, and does not begin as any
     */
    public static FileKind of(Path file) {
        String head = head(file);
        FileKind kind = of(head);
        if (kind == OTHER) {
            checkName(file, head);
        }
        return kind;
    }

    private static void checkName(Path file, String head) {
        String name = file.getFileName().toString();
        boolean ofTheRun = OF_THE_RUN.matcher(name).matches();
        boolean needed = ofTheRun || NEVER_EMPTY.matcher(name).matches();
        if (needed && head.isBlank()) {
            throw new FolderException(file, "is empty, or cannot be read");
        }
        boolean broken = !head.isBlank() && (head.indexOf('\n') < 0 || head.indexOf('\0') >= 0);
        if (ofTheRun || (broken && (needed || PERHAPS_EMPTY.matcher(name).matches()))) {
            throw new FolderException(
                    file, "does not begin as files of this name do; it is cut off, or is no text in UTF-8");
        }
    }

    /** The kind of a file whose beginning is given. */
    static FileKind of(String head) {
        Matcher element = ELEMENT.matcher(head);
        String first = element.find() ? "<" + element.group(1) + ">" : "";
        for (FileKind kind : values()) {
            for (String sign : kind.signs) {
                if (sign.startsWith("<") ? sign.equals(first) : head.contains(sign)) {
                    return kind;
                }
            }
        }
        return OTHER;
    }

    /** The beginning of a file, unpacked; empty if it cannot be read. */
    public static String head(Path file) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream bytes = Packed.open(file, raw)) {
            return new String(bytes.readNBytes(HEAD), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
