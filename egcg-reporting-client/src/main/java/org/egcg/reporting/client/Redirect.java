package org.egcg.reporting.client;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Which answers send a call elsewhere. A write never turns into a read, and https never into http. */
final class Redirect {
    private static final Set<Integer> FOR_READS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> FOR_WRITES = Set.of(307, 308);

    private Redirect() {}

    /** Where to go instead; empty when the answer stands. */
    static Optional<URI> target(Call call, RestResponse response) {
        Set<Integer> followed = call.method().equals("GET") ? FOR_READS : FOR_WRITES;
        String location = response.headers().firstValue("Location").orElse(null);
        if (location == null || !followed.contains(response.status())) {
            return Optional.empty();
        }
        try {
            URI target = call.uri().resolve(location);
            return downgrade(call.uri(), target) ? Optional.empty() : Optional.of(target);
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static boolean downgrade(URI from, URI to) {
        boolean known = "http".equalsIgnoreCase(to.getScheme()) || "https".equalsIgnoreCase(to.getScheme());
        return !known || ("https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(to.getScheme()));
    }

    static boolean sameOrigin(URI from, URI to) {
        return from.getScheme().equalsIgnoreCase(to.getScheme())
                && from.getHost().equalsIgnoreCase(to.getHost())
                && port(from) == port(to);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
