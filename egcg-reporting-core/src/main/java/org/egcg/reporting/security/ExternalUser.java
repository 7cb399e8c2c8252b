package org.egcg.reporting.security;

import java.util.Objects;
import java.util.Set;

/**
 * A user whom another list of users vouches for.
 *
 * @param subject what that list never gives to another user, such as a directory's {@code entryUUID}
 * @param name what the person is called here
 * @param groups the groups that the list has the person in
 */
public record ExternalUser(Source source, String subject, String name, Set<String> groups) {
    public ExternalUser {
        Objects.requireNonNull(source);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(name);
        groups = Set.copyOf(groups);
        if (source == Source.LOCAL) {
            throw new IllegalArgumentException("a local user is vouched for by nobody else");
        }
    }
}
