package org.egcg.reporting.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a user may do. Each role may do what the one before it may. */
public enum Role {
    /** Reads everything. */
    VIEWER,
    /** Also writes documents and starts actions. */
    EDITOR,
    /** Also empties whole collections and administers users. */
    ADMIN;

    /** The role of a name as configuration files spell it; empty if there is none. */
    public static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(role -> role.text().equals(name)).findFirst();
    }

    /** The role's name in files and pages. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this role may do what the other may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
