package org.egcg.reporting.admin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException.Malformed;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How a command is told a password; if it is told none, a random one is made. */
final class PasswordChoice {

    static final class OneWay {
        @Option(
                names = "--password",
                arity = "0..1",
                interactive = true,
                description = "The password; without a value it is asked for and not shown.")
        char[] password;

        @Option(names = "--password-stdin", description = "Reads the password from the first line of standard input.")
        boolean standardInput;
    }

    @ArgGroup
    private OneWay way;

    /** The password; empty if a random one is to be made. */
    Optional<String> password() {
        if (way == null) {
            return Optional.empty();
        }
        return Optional.of(way.standardInput ? firstLine() : new String(way.password));
    }

    private static String firstLine() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            if (line == null) {
                throw new Malformed("standard input has no password");
            }
            return line;
        } catch (IOException broken) {
            throw new Malformed("standard input cannot be read", broken);
        }
    }
}
