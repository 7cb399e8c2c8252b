package org.egcg.reporting.security;

import java.util.Optional;

/**
 * A list of users that another system keeps, with their passwords. Both questions throw
 * {@link org.egcg.reporting.error.ReportingException.Unavailable} while it is away. Implementations are thread-safe.
 */
public interface Directory {

    /** Which kind of list this is. */
    Source source();

    /** The person of a name and password; empty if there is none, or the password is another. */
    Optional<ExternalUser> authenticate(String name, String password);

    /** The person of a name; empty if there is none any more. */
    Optional<ExternalUser> named(String name);
}
