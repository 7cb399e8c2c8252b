package org.egcg.reporting.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who vouches for a user. */
public enum Source {
    /** We do: the user has a password here. */
    LOCAL,
    /** The institute's directory. */
    LDAP,
    /** An OpenID provider. */
    OIDC,
    /** A proxy in front of the service. */
    PROXY;

    /** The source of a name as files spell it; empty if there is none. */
    public static Optional<Source> named(String name) {
        return Arrays.stream(values())
                .filter(source -> source.text().equals(name))
                .findFirst();
    }

    /** The source's name in files and pages. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
