package org.egcg.reporting.client.folder.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** The text in a file, whatever it is packed in: {@code .gz}, or the zip that FastQC leaves its numbers in. */
final class Packed {
    private static final String FASTQC = "_fastqc.zip";
    private static final String NUMBERS = "/fastqc_data.txt";
    private static final int MOST_ENTRIES = 100;

    private Packed() {}

    static InputStream open(Path file, InputStream raw) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".gz")) {
            return new GZIPInputStream(raw);
        }
        return name.endsWith(FASTQC) ? numbers(new ZipInputStream(raw)) : raw;
    }

    private static InputStream numbers(ZipInputStream zip) throws IOException {
        for (int entries = 0; entries < MOST_ENTRIES; entries++) {
            ZipEntry entry = zip.getNextEntry();
            if (entry == null) {
                break;
            }
            if (entry.getName().endsWith(NUMBERS)) {
                return zip;
            }
        }
        throw new ZipException("has no fastqc_data.txt");
    }
}
