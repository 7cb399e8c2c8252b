package org.egcg.reporting.admin;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.config.ReportingConfig;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which configuration a command works with: the one that the service would read, unless another is named. */
final class ConfigurationChoice {

    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            paramLabel = "<file>",
            description = "Configuration file; otherwise the one that the service would read.")
    private Path file;

    /** @throws org.egcg.reporting.error.ReportingException.Misconfigured if the file is wrong */
    ReportingConfig load() {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        if (file != null) {
            environment.put("REPORTINGCONFIG", file.toString());
        }
        return Configuration.load(environment, Path.of(System.getProperty("user.home")));
    }
}
