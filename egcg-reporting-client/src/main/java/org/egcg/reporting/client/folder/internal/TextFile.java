package org.egcg.reporting.client.folder.internal;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.egcg.reporting.client.folder.FolderException;

/** A text in UTF-8, compressed where its name ends in {@code .gz}; never read further than the limits. */
public final class TextFile {
    /** Longer files are none of those that are read here. */
    static final long MOST_BYTES = 1L << 30;

    private TextFile() {}

    /** What reads a text. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(LineLimit text) throws IOException;
    }

    /** What reads bytes. */
    @FunctionalInterface
    public interface ByteReading<T> {
        T read(InputStream bytes) throws IOException;
    }

    /** Reads a text; what goes wrong is said with the file and the line. */
    public static <T> T read(Path file, Reading<T> reading) {
        return readBytes(file, bytes -> {
            // what is no UTF-8 becomes a sign that no text has, so that it is found where it stands
            Reader decoded = new InputStreamReader(
                    bytes,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE)
                            .replaceWith(LineLimit.NO_TEXT));
            LineLimit text = new LineLimit(new BufferedReader(decoded));
            try {
                return reading.read(text);
            } catch (IllegalArgumentException | IllegalStateException wrong) {
                throw new FolderException(file, text.line(), wrong.getMessage(), wrong);
            }
        });
    }

    /** Reads bytes, unpacked where the name says that they are packed. */
    public static <T> T readBytes(Path file, ByteReading<T> reading) {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream bytes = new ByteLimit(Packed.open(file, raw), MOST_BYTES)) {
            return reading.read(bytes);
        } catch (ByteLimit.TooLong wrong) {
            throw new FolderException(file, 0, wrong.getMessage(), wrong);
        } catch (ZipException | java.io.EOFException wrong) {
            throw new FolderException(file, 0, "is cut off, or is not packed as its name says", wrong);
        } catch (IOException wrong) {
            throw new FolderException(file, 0, "cannot be read: " + wrong.getMessage(), wrong);
        }
    }
}
