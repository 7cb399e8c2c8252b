package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the API is and who asks, from a file or the environment. Nothing is looked up unless one of these methods is
 * called.
 *
 * @param url without slashes at its end
 * @param retryInterval the wait before each repetition, more than zero; where it is said, all waits are equal
 */
public record RestConfig(Optional<String> url, Optional<Credentials> credentials, Optional<Duration> retryInterval) {

    public RestConfig {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(retryInterval, "retryInterval");
    }

    /**
     * The section {@code rest_api} of the first file of the search path that exists. Section {@code default} of the file
     * goes over its top level. YAML needs {@code jackson-dataformat-yaml} on the class path; {@code .json} files do not.
     */
    public static RestConfig load(List<? extends @Nullable Path> searchPath) {
        return of(LayeredConfig.first(searchPath, Optional.empty()));
    }

    /** The same, with the section that the text names, if there is one, going over the rest. */
    public static RestConfig load(List<? extends @Nullable Path> searchPath, Optional<String> section) {
        return of(LayeredConfig.first(searchPath, section));
    }

    /** {@link #load(List, Optional)} with the section that an environment variable names. */
    public static RestConfig load(List<? extends @Nullable Path> searchPath, String environmentVariable) {
        return load(searchPath, Optional.ofNullable(System.getenv(environmentVariable)));
    }

    /**
     * From {@code REPORTING_URL}, {@code REPORTING_USERNAME} with {@code REPORTING_PASSWORD}, and {@code REPORTING_TOKEN},
     * over the file that {@code REPORTING_CLIENT_CONFIG} names, else {@code ~/.reporting-client.yaml} if it exists.
     */
    public static RestConfig fromEnvironment() {
        return fromEnvironment(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static RestConfig fromEnvironment(Map<String, String> environment, Path home) {
        RestConfig file = file(environment, home);
        Optional<String> url = Optional.ofNullable(environment.get("REPORTING_URL"));
        Optional<Credentials> pair = pair(environment.get("REPORTING_USERNAME"), environment.get("REPORTING_PASSWORD"));
        Optional<Credentials> token =
                Optional.ofNullable(environment.get("REPORTING_TOKEN")).map(Credentials::token);
        return new RestConfig(url.or(file::url), token.or(() -> pair).or(file::credentials), file.retryInterval());
    }

    private static RestConfig file(Map<String, String> environment, Path home) {
        String named = environment.get("REPORTING_CLIENT_CONFIG");
        if (named != null) {
            return load(List.of(Path.of(named)));
        }
        Path usual = home.resolve(".reporting-client.yaml");
        return Files.exists(usual)
                ? load(List.of(usual))
                : new RestConfig(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static RestConfig of(ObjectNode file) {
        JsonNode section = file.path("rest_api");
        if (!section.isObject()) {
            throw new RestConfigException("The configuration has no section rest_api");
        }
        return new RestConfig(
                text(section, "url").map(RestConfig::withoutSlashes),
                pair(
                        text(section, "username").orElse(null),
                        text(section, "password").orElse(null)),
                seconds(section.path("retry_interval")));
    }

    static String withoutSlashes(String url) {
        return url.replaceAll("/+$", "");
    }

    private static Optional<Duration> seconds(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isNumber() || value.doubleValue() < 0) {
            throw new RestConfigException("rest_api: retry_interval must be a number of seconds, not " + value);
        }
        // as in Python, where zero is as good as nothing
        return Optional.of(Duration.ofMillis(Math.round(value.doubleValue() * 1000)))
                .filter(interval -> !interval.isZero());
    }

    private static Optional<String> text(JsonNode section, String name) {
        JsonNode value = section.path(name);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value.asText());
    }

    private static Optional<Credentials> pair(@Nullable String user, @Nullable String password) {
        return user == null || password == null ? Optional.empty() : Optional.of(Credentials.basic(user, password));
    }
}
