package org.egcg.reporting.internal.clarity;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.egcg.reporting.clarity.ClarityAccount;

/**
 * Where Clarity is, and how long it may take.
 *
 * @param baseuri as configured, with or without a slash at its end; {@code api/v2} follows it
 * @param service the account for what the service asks for itself
 * @param connect the longest wait for a connection
 * @param read the longest wait for the whole answer to a GET
 * @param write the longest wait for the whole answer to a POST
 * @param patience the pauses before a step is tried again whose artifacts have only just been routed
 */
public record ClaritySettings(
        String baseuri,
        ClarityAccount service,
        Duration connect,
        Duration read,
        Duration write,
        List<Duration> patience) {

    public ClaritySettings {
        patience = List.copyOf(patience);
        String scheme = URI.create(baseuri).getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw new IllegalArgumentException("baseuri must begin with http:// or https://, not " + baseuri);
        }
    }

    /** With the usual patience: 5 s to connect, 16 s for a GET, 60 s for a POST, three further tries in 3.5 s. */
    public static ClaritySettings of(String baseuri, ClarityAccount service) {
        return new ClaritySettings(
                baseuri,
                service,
                Duration.ofSeconds(5),
                Duration.ofSeconds(16),
                Duration.ofSeconds(60),
                List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2)));
    }

    /** The base with exactly one slash at its end. */
    String root() {
        return baseuri.replaceAll("/+$", "") + "/";
    }
}
