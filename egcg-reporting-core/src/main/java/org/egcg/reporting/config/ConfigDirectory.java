package org.egcg.reporting.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.yaml.Section;

/**
 * The files that say what the laboratory's documents, thresholds, columns and statuses are. A file of the directory
 * takes the place of the packaged one of the same name, and one that is called {@code <name>.overlay.yaml} is laid
 * over whichever of the two there is. Immutable; files are read when they are asked for.
 *
 * @param directory the directory; empty if all files are the packaged ones
 */
public record ConfigDirectory(Optional<Path> directory) {

    private static final String PACKAGED = "/org/egcg/reporting/etc/";
    private static final String FILE = ".yaml";
    private static final String OVERLAY = ".overlay.yaml";
    private static final Set<String> OVERLAID = Set.of(
            "schema",
            "relations",
            "review_thresholds",
            "instruments",
            "control_charts",
            "column_mappings",
            "charts_metrics_mappings",
            "project_status_definitions");

    /** The packaged files alone. */
    public static ConfigDirectory packaged() {
        return new ConfigDirectory(Optional.empty());
    }

    /**
     * What a file says, with what is laid over it.
     *
     * @param name such as {@code schema.yaml}
     * @throws Misconfigured if a file cannot be read, is no YAML, or there is none of that name
     */
    public Section section(String name) {
        Section file = Section.read(source(name), text(name));
        String overlay = name.substring(0, name.length() - FILE.length()) + OVERLAY;
        return isThere(overlay) ? file.under(Section.read(source(overlay), text(overlay))) : file;
    }

    private boolean isThere(String name) {
        return directory.map(path -> path.resolve(name)).filter(Files::exists).isPresent();
    }

    /**
     * The same directory.
     *
     * @throws Misconfigured if a file in it is called an overlay of something that takes none
     */
    ConfigDirectory checked() {
        if (directory.filter(Files::isDirectory).isEmpty()) {
            return this;
        }
        try (Stream<Path> files = Files.list(directory.get())) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(OVERLAY))
                    .filter(name -> !OVERLAID.contains(name.substring(0, name.length() - OVERLAY.length())))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new Misconfigured(
                                source(name), "whole file", "lies over nothing: there are overlays of " + names());
                    });
            return this;
        } catch (IOException unreadable) {
            throw new Misconfigured(directory.get().toString(), "whole directory", "cannot be read: " + unreadable);
        }
    }

    private static String names() {
        return String.join(", ", new TreeSet<>(OVERLAID));
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
