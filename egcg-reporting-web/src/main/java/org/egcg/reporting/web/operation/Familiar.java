package org.egcg.reporting.web.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Whose credentials were good within the last hour, sent from where they are sent now. Such a request begins in its user's
 * turn, so that strangers, however many, keep no user out. It says nothing of what a user may do: the credentials are
 * checked all the same. From another network nothing is familiar, so it does not tell whether a guess is right.
 * Thread-safe.
 */
final class Familiar {

    private static final int MOST = 20_000;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final byte[] salt = new byte[32];

    private final Clock clock;

    private final Map<String, Seen> users = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > MOST;
        }
    };

    private record Seen(String user, Instant at) {}

    Familiar(Clock clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(salt);
    }

    /** What a request shows, as a digest; empty if it shows nothing. */
    Optional<String> credentials(HttpServletRequest request, String network) {
        String header = request.getHeader("Authorization");
        String cookies = request.getHeader("Cookie");
        if (header == null && cookies == null) {
            return Optional.empty();
        }
        return Optional.of(
                digest(network + "\n" + Objects.toString(header, "") + "\n" + Objects.toString(cookies, "")));
    }

    private String digest(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    synchronized Optional<String> user(String credentials) {
        return Optional.ofNullable(users.get(credentials))
                .filter(seen -> clock.instant().isBefore(seen.at().plus(LONGEST)))
                .map(Seen::user);
    }

    synchronized void remember(String credentials, String user) {
        users.put(credentials, new Seen(user, clock.instant()));
    }
}
