package org.egcg.reporting.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the paths of a configuration file lead to.
 *
 * @param environment variables that win over the file
 * @param home the home directory
 * @param file the configuration file; empty if it is the packaged one
 */
record Places(Map<String, String> environment, Path home, Optional<Path> file) {

    Path dataDirectory(Optional<String> configured) {
        return variable("EGCG_DATA_DIR")
                .map(Path::of)
                .or(() -> configured.map(this::beside))
                .orElse(home.resolve(".egcg-reporting"))
                .toAbsolutePath()
                .normalize();
    }

    ConfigDirectory configDirectory(Optional<String> configured) {
        return new ConfigDirectory(variable("EGCG_CONFIG_DIR").map(Path::of).or(() -> configured.map(this::beside)))
                .checked();
    }

    /**
     * The user database: a JDBC URL as it is; a relative path beside the configuration file, or, where that does not
     * exist, in the working directory if it exists there.
     */
    String userDb(Optional<String> configured, Path dataDirectory) {
        if (configured.filter(name -> name.startsWith("jdbc:")).isPresent()) {
            return configured.get();
        }
        Path path = configured.map(this::userFile).orElse(dataDirectory.resolve("users.sqlite"));
        return path.toAbsolutePath().normalize().toString();
    }

    private Path userFile(String name) {
        Path here = Path.of(name);
        return !Files.exists(beside(name)) && Files.exists(here) ? here : beside(name);
    }

    /** A path as the configuration file means it: {@code ~} is the home directory, relative is beside the file. */
    Path beside(String name) {
        if (name.equals("~") || name.startsWith("~/")) {
            return home.resolve(name.substring(Math.min(2, name.length())));
        }
        Path directory = file.map(Path::toAbsolutePath).map(Path::getParent).orElse(Path.of(""));
        return directory.resolve(name).toAbsolutePath().normalize();
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
