package org.egcg.reporting.client.folder.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a file is, by how it begins. */
public enum FileKind {
    RUN_INFO("<RunInfo"),
    RUN_PARAMETERS("<RunParameters"),
    DEMULTIPLEXING_XML("<Stats"),
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

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> signs;

    FileKind(String... signs) {
        this.signs = List.of(signs);
    }

    /** The kind of a file whose beginning is given. */
    public static FileKind of(String head) {
        for (FileKind kind : values()) {
            for (String sign : kind.signs) {
                if (head.contains(sign)) {
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
