package org.egcg.reporting.client.folder.internal.interop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.egcg.reporting.client.folder.FolderException;
import org.egcg.reporting.client.folder.internal.TextFile;

/**
 * A binary file of the folder InterOp: a byte with the version, a byte with the length of a record, a header of the
 * version's own, and records of this length. A last record that is cut off is one that the instrument is writing.
 */
final class InteropFile {
    private InteropFile() {}

    /** What takes a file apart. */
    interface Records {
        /** The versions that it knows. */
        Set<Integer> versions();

        /** Reads the header of the version's own; without one nothing is to be read. */
        default void header(int version, InputStream bytes) throws IOException {}

        /** The least length of a record of a version. */
        int length(int version);

        /** Takes one record. */
        void take(int version, ByteBuffer record);
    }

    static void read(Path file, Records records) {
        TextFile.readBytes(file, bytes -> {
            int version = bytes.read();
            int length = bytes.read();
            if (length < 0) {
                return false;
            }
            try {
                checkVersion(records, version);
                records.header(version, bytes);
                checkLength(records, version, length);
                all(records, version, length, bytes);
            } catch (IllegalArgumentException wrong) {
                throw new FolderException(file, 0, wrong.getMessage(), wrong);
            }
            return true;
        });
    }

    private static void checkVersion(Records records, int version) {
        if (!records.versions().contains(version)) {
            throw new IllegalArgumentException(
                    "has the version %d, which is none of %s".formatted(version, new TreeSet<>(records.versions())));
        }
    }

    private static void checkLength(Records records, int version, int length) {
        if (length < records.length(version)) {
            throw new IllegalArgumentException(
                    "has records of %d bytes, which version %d has not".formatted(length, version));
        }
    }

    private static void all(Records records, int version, int length, InputStream bytes) throws IOException {
        byte[] record = new byte[length];
        ByteBuffer buffer = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.readNBytes(record, 0, length) == length) {
            buffer.clear();
            records.take(version, buffer);
        }
    }
}
