package org.egcg.reporting.security;

import java.time.Instant;
import java.util.Objects;

/**
 * A session as its owner may see it.
 *
 * @param id fit to be shown; it opens nothing
 * @param userVersion the user's version when it began
 * @param lastSeen to the minute
 * @param ends when it ends, whatever is asked
 * @param confirmed when the user's provider last said that he is still there
 * @param agent what the browser calls itself
 */
public record Session(
        String id,
        String userId,
        long userVersion,
        Source source,
        Instant begun,
        Instant lastSeen,
        Instant ends,
        Instant confirmed,
        String address,
        String agent) {
    public Session {
        Objects.requireNonNull(id);
        Objects.requireNonNull(userId);
        Objects.requireNonNull(source);
        Objects.requireNonNull(begun);
        Objects.requireNonNull(lastSeen);
        Objects.requireNonNull(ends);
        Objects.requireNonNull(confirmed);
        Objects.requireNonNull(address);
        Objects.requireNonNull(agent);
    }

    Session at(Instant seen, Instant confirmation) {
        return new Session(id, userId, userVersion, source, begun, seen, ends, confirmation, address, agent);
    }
}
