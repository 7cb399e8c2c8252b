package org.egcg.reporting.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException.Misconfigured;

/**
 * The files that say what the laboratory's documents, thresholds, columns and statuses are. A file of the directory
 * takes the place of the packaged one of the same name. Immutable; files are read when they are asked for.
 *
 * @param directory the directory; empty if all files are the packaged ones
 */
public record ConfigDirectory(Optional<Path> directory) {

    private static final String PACKAGED = "/org/egcg/reporting/etc/";

    /** The packaged files alone. */
    public static ConfigDirectory packaged() {
        return new ConfigDirectory(Optional.empty());
    }

    /**
     * The text of a file.
     *
     * @param name such as {@code schema.yaml}
     * @throws Misconfigured if the file cannot be read, or there is none of that name
     */
    public String text(String name) {
        try {
            Optional<Path> own = directory.map(path -> path.resolve(name)).filter(Files::exists);
            return own.isPresent() ? Files.readString(own.get()) : packagedText(name);
        } catch (IOException unreadable) {
            throw new Misconfigured(source(name), "whole file", "cannot be read: " + unreadable);
        }
    }

    /** Where a file's text comes from, for messages. */
    public String source(String name) {
        return directory
                .map(path -> path.resolve(name))
                .filter(Files::exists)
                .map(Path::toString)
                .orElse(name);
    }

    private static String packagedText(String name) throws IOException {
        try (InputStream file = ConfigDirectory.class.getResourceAsStream(PACKAGED + name)) {
            if (file == null) {
                throw new Misconfigured(name, "whole file", "does not exist");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
