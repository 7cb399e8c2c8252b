package org.egcg.reporting.web.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.ejb.ReportingAccounts;
import org.egcg.reporting.security.Session;
import org.egcg.reporting.security.User;
import org.egcg.reporting.web.reading.Moments;

/** A user in the list of all. */
public record UserRow(
        String href,
        String name,
        String role,
        String source,
        String secondFactor,
        boolean mustChange,
        boolean oneself,
        String seen,
        int sessions,
        int tokens) {

    static UserRow of(User user, boolean oneself, ReportingAccounts accounts, Moments moments) {
        List<Session> sessions = accounts.sessions(user);
        Optional<Instant> seen = sessions.stream().map(Session::lastSeen).max(Instant::compareTo);
        return new UserRow(
                "/users/" + user.id(),
                user.name(),
                user.role().text(),
                sourceOf(user),
                user.isLocal() ? (user.secondFactor() ? "on" : "off") : "elsewhere",
                user.mustChangePassword(),
                oneself,
                moments.minute(seen, ""),
                sessions.size(),
                accounts.tokens(user).size());
    }

    /** Who vouches for a user, as people say it. */
    static String sourceOf(User user) {
        return switch (user.source()) {
            case LOCAL -> "a password";
            case LDAP -> "the directory";
            case OIDC -> "single sign-on";
            case PROXY -> "the proxy";
        };
    }
}
