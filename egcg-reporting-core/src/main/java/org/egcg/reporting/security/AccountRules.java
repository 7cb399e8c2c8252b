package org.egcg.reporting.security;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What holds for all accounts.
 *
 * @param legacyRole role of users that have none yet
 * @param freeFailures how many logins of an account may fail from one address before further ones have to wait
 * @param initialPassword how long a password that an administrator has given is good
 * @param houseWords texts whose words are no passwords, such as the laboratory's name
 * @param key under which secrets of second factors are kept; empty if there are none
 */
public record AccountRules(
        Role legacyRole, int freeFailures, Duration initialPassword, List<String> houseWords, Optional<String> key) {
    private static final int FREE_FAILURES = 20;
    private static final Duration INITIAL = Duration.ofDays(7);

    public AccountRules {
        Objects.requireNonNull(legacyRole);
        Objects.requireNonNull(initialPassword);
        houseWords = List.copyOf(houseWords);
        Objects.requireNonNull(key);
    }

    /** The usual rules. */
    public static AccountRules usual(Role legacyRole) {
        return new AccountRules(legacyRole, FREE_FAILURES, INITIAL, List.of(), Optional.empty());
    }

    /** Without the key, which never shows. */
    @Override
    public String toString() {
        return "AccountRules[" + legacyRole.text() + ", " + freeFailures + ", " + initialPassword + "]";
    }
}
