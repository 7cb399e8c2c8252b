package org.egcg.reporting.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.yaml.Section;

/** Finds the configuration file. */
final class ConfigSearch {

    static final String PACKAGED = "example_reporting.yaml";

    private final Map<String, String> environment;
    private final Path home;

    ConfigSearch(Map<String, String> environment, Path home) {
        this.environment = environment;
        this.home = home;
    }

    ReportingConfig config() {
        return config(named().or(this::personal));
    }

    static ReportingConfig in(Path directory, Path home) {
        if (!Files.isDirectory(directory)) {
            throw new Misconfigured(directory.toString(), "configuration directory", "does not exist");
        }
        return new ConfigSearch(Map.of("EGCG_CONFIG_DIR", directory.toString()), home)
                .config(Optional.of(directory.resolve("reporting.yaml")).filter(Files::isRegularFile));
    }

    private ReportingConfig config(Optional<Path> file) {
        String source = file.map(Path::toString).orElse(PACKAGED);
        String text = file.map(ConfigSearch::read)
                .orElseGet(() -> ConfigDirectory.packaged().text(PACKAGED));
        return new ConfigFile(Section.read(source, text), new Places(environment, home, file)).config();
    }

    private Optional<Path> named() {
        Optional<Path> named = Optional.ofNullable(environment.get("REPORTINGCONFIG"))
                .filter(name -> !name.isBlank())
                .map(Path::of);
        named.filter(file -> !Files.isRegularFile(file)).ifPresent(missing -> {
            throw new Misconfigured(missing.toString(), "REPORTINGCONFIG", "names a file that does not exist");
        });
        return named;
    }

    private Optional<Path> personal() {
        return Optional.of(home.resolve(".reporting.yaml")).filter(Files::isRegularFile);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new Misconfigured(file.toString(), "whole file", "cannot be read: " + unreadable);
        }
    }
}
