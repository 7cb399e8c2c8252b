package org.egcg.reporting.security;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a token that a user made for a program of his; the token itself is known to him alone.
 *
 * @param id by which it is revoked
 * @param user the owner's name
 * @param name what the user called it
 * @param lastUsed to the minute
 * @param expires from when on it is refused; empty if never
 * @param scopes what it may be used for, within what its owner may do
 */
public record ApiToken(
        String id,
        String user,
        String name,
        Instant created,
        Optional<Instant> lastUsed,
        Optional<Instant> expires,
        Scopes scopes) {
    public ApiToken {
        Objects.requireNonNull(id);
        Objects.requireNonNull(user);
        Objects.requireNonNull(name);
        Objects.requireNonNull(created);
        Objects.requireNonNull(lastUsed);
        Objects.requireNonNull(expires);
        Objects.requireNonNull(scopes);
    }
}
