package org.egcg.reporting.client.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.egcg.reporting.client.Communicator;
import org.egcg.reporting.client.RestConfig;
import picocli.CommandLine.Option;

/** Where the API is and who asks: options over environment over file. */
final class Connection {
    // held here: the logging library keeps loggers only weakly
    private static final Logger LOG = Logger.getLogger(Communicator.class.getPackageName());

    @Option(names = "--url", paramLabel = "URL", description = "Where the API is, such as http://host:4999/api/0.1")
    private String url;

    @Option(names = "--user", paramLabel = "NAME", description = "Who asks; needs a password as well")
    private String user;

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            arity = "0..1",
            interactive = true,
            description = "Asked for on the terminal when it stands without a value")
    private String password;

    @Option(names = "--password-file", paramLabel = "FILE", description = "The file whose first line is the password")
    private Path passwordFile;

    @Option(names = "--token", paramLabel = "TOKEN", description = "A token in place of user and password")
    private String token;

    @Option(names = "--config", paramLabel = "FILE", description = "A YAML file with a section rest_api")
    private Path config;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long one request may take (${DEFAULT-VALUE})")
    private int timeout;

    @Option(
            names = "--retries",
            paramLabel = "TIMES",
            defaultValue = "5",
            description = "How often a request is sent again (${DEFAULT-VALUE})")
    private int retries;

    @Option(
            names = {"-v", "--verbose"},
            description = "Log every request on the standard error")
    private boolean verbose;

    Communicator open() {
        log();
        Communicator.Builder builder = Communicator.builder()
                .config(config == null ? RestConfig.fromEnvironment() : RestConfig.load(List.of(config)))
                .retries(retries)
                .rereadOnMismatch(3)
                .timeout(Duration.ofSeconds(timeout));
        if (url != null) {
            builder.url(url);
        }
        if (user != null) {
            builder.basic(user, password());
        }
        if (token != null) {
            builder.token(token);
        }
        return builder.build();
    }

    private String password() {
        if (passwordFile != null) {
            try {
                return Files.readString(passwordFile).lines().findFirst().orElse("");
            } catch (IOException e) {
                throw new UncheckedIOException("%s cannot be read".formatted(passwordFile), e);
            }
        }
        if (password == null) {
            throw new IllegalArgumentException("--user needs --password or --password-file");
        }
        return password;
    }

    private void log() {
        LOG.setUseParentHandlers(false);
        LOG.setLevel(verbose ? Level.ALL : Level.OFF);
        if (verbose) {
            ConsoleHandler console = new ConsoleHandler();
            console.setLevel(Level.ALL);
            LOG.addHandler(console);
        }
    }
}
