package org.egcg.reporting.security;

import java.util.Objects;
import org.egcg.reporting.error.ReportingException.Forbidden;

/**
 * A user who has an account.
 *
 * @param id of this account and no other: one that is made later under the same name has another
 * @param name case-sensitive
 * @param mustChangePassword whether the password is one that an administrator has seen
 * @param version grows with every change of password or role: what was granted under an older one is void
 * @param secondFactor whether a password alone does not open the account
 */
public record User(
        String id,
        String name,
        Role role,
        boolean mustChangePassword,
        long version,
        Source source,
        boolean secondFactor) {
    public User {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(role);
        Objects.requireNonNull(source);
    }

    /** Whether the user has a password here. */
    public boolean isLocal() {
        return source == Source.LOCAL;
    }

    /** The same user with another role or password. */
    User renewed(Role otherRole, boolean mustChange) {
        return new User(id, name, otherRole, mustChange, version + 1, source, secondFactor);
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
