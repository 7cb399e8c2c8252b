package org.egcg.reporting.security;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which role the members of a group have.
 *
 * @param otherwise the role of those who are in none of the groups; empty if they are not admitted
 */
public record RoleMapping(Map<String, Role> byGroup, Optional<Role> otherwise) {
    public RoleMapping {
        byGroup = Map.copyOf(byGroup);
        Objects.requireNonNull(otherwise);
    }

    /** A mapping that admits no user. */
    public static RoleMapping none() {
        return new RoleMapping(Map.of(), Optional.empty());
    }

    /** The highest role that a user in these groups has; empty if he is not admitted. */
    public Optional<Role> role(Set<String> groups) {
        return groups.stream()
                .flatMap(group -> Optional.ofNullable(byGroup.get(group)).stream())
                .max(Comparator.naturalOrder())
                .or(() -> otherwise);
    }
}
