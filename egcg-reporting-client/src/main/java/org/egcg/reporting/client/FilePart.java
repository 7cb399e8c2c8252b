package org.egcg.reporting.client;

import java.net.URLConnection;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A file sent as the value of a document's field. It is read while it is sent, never as a whole into memory.
 *
 * @param fileName the name the server is told
 * @param contentType the part's type; empty sends none
 */
public record FilePart(Path path, String fileName, Optional<String> contentType) {

    public FilePart {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(contentType, "contentType");
    }

    /** The file under the path as given, its type guessed from the extension. */
    public static FilePart of(Path path) {
        String name = path.toString();
        return new FilePart(path, name, Optional.ofNullable(URLConnection.guessContentTypeFromName(name)));
    }

    /** The same file, the server being told only the last part of its path. */
    public FilePart baseName() {
        return new FilePart(path, String.valueOf(path.getFileName()), contentType);
    }
}
