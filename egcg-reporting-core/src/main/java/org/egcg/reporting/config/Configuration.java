package org.egcg.reporting.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.yaml.Section;

/**
 * Finds the configuration file and reads it, with the files beside it. Thread-safe.
 */
public final class Configuration {

    static final String PACKAGED = "example_reporting.yaml";

    private final Map<String, String> environment;
    private final Path home;

    private Configuration(Map<String, String> environment, Path home) {
        this.environment = environment;
        this.home = home;
    }

    /**
     * Reads the first file that there is: the one that the environment variable {@code REPORTINGCONFIG} names, then
     * {@code ~/.reporting.yaml}, then the packaged example.
     *
     * @throws org.egcg.reporting.error.ReportingException.Misconfigured if the named file does not exist, or a file has an
     *     unknown key or a value of the wrong type
     */
    public static ReportingConfig load() {
        return load(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /** Like {@link #load()}, with the environment and the home directory given. */
    public static ReportingConfig load(Map<String, String> environment, Path home) {
        return new Configuration(environment, home).config();
    }

    /**
     * Reads a directory: its {@code reporting.yaml}, or the packaged one if it has none, and its schema, thresholds and
     * other files in the place of the packaged ones of the same names. The environment is not looked at.
     *
     * @throws org.egcg.reporting.error.ReportingException.Misconfigured if there is no such directory, or its
     *     {@code reporting.yaml} has an unknown key or a value of the wrong type
     */
    public static ReportingConfig in(Path directory) {
        return in(directory, Path.of(System.getProperty("user.home")));
    }

    private ReportingConfig config() {
        return config(named().or(this::personal));
    }

    private static ReportingConfig in(Path directory, Path home) {
        if (!Files.isDirectory(directory)) {
            throw new Misconfigured(directory.toString(), "configuration directory", "does not exist");
        }
        return new Configuration(Map.of("EGCG_CONFIG_DIR", directory.toString()), home)
                .config(Optional.of(directory.resolve("reporting.yaml")).filter(Files::isRegularFile));
    }

    private ReportingConfig config(Optional<Path> file) {
        String source = file.map(Path::toString).orElse(PACKAGED);
        String text = file.map(Configuration::read)
                .orElseGet(() -> ConfigDirectory.packaged().text(PACKAGED));
        ConfigFile read = new ConfigFile(Section.read(source, text), new Places(environment, home, file));
        return read.config(new SignInFile(read).signIn(), new NoticeFile(read).notices());
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
