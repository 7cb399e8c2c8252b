package org.egcg.reporting.security;

import java.util.Objects;
import org.egcg.reporting.ReportingException.Forbidden;

/**
 * Somebody who is known.
 *
 * @param name case-sensitive
 * @param mustChangePassword whether the password is one that somebody else has seen
 * @param version grows with every change of password or role: what was granted under an older one is void
 */
public record User(String name, Role role, boolean mustChangePassword, long version) {
    public User {
        Objects.requireNonNull(name);
        Objects.requireNonNull(role);
    }

    /**
     * Says nothing if the user's role includes the given one.
     *
     * @throws Forbidden if it does not
     */
    public void require(Role needed) {
        if (!role.includes(needed)) {
            throw new Forbidden(name + " is " + role.text() + "; this needs " + needed.text());
        }
    }
}
