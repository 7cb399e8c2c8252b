package org.egcg.reporting.security;

import java.util.Objects;

/** Who sends a request, and for what the credentials may be used. */
public record Authenticated(User user, Scopes scopes) {
    public Authenticated {
        Objects.requireNonNull(user);
        Objects.requireNonNull(scopes);
    }
}
