package org.egcg.reporting.security;

import java.util.Objects;

/**
 * Who sends a request, and for what the credentials may be used.
 *
 * @param token the name of the user's token that was sent; empty text where none was
 */
public record Authenticated(User user, Scopes scopes, String token) {
    public Authenticated {
        Objects.requireNonNull(user);
        Objects.requireNonNull(scopes);
        Objects.requireNonNull(token);
    }

    /** With a password, or a token that stands for a login. */
    public Authenticated(User user, Scopes scopes) {
        this(user, scopes, "");
    }
}
