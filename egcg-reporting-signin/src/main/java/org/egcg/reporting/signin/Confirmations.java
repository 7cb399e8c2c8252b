package org.egcg.reporting.signin;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.Forbidden;
import org.egcg.reporting.error.ReportingException.Unauthenticated;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.security.ExternalUser;
import org.egcg.reporting.security.Session;
import org.egcg.reporting.security.Sessions;
import org.egcg.reporting.security.User;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.security.internal.SecurityLog;

/**
 * Whether those who are logged in are still vouched for. An OpenID provider is asked again when the last confirmation is
 * older than configured, by one request of a session at a time; a directory by {@link Users}; a proxy says it with each
 * request. A user who is not any more is out with all his sessions, and another group is another role at once. While a
 * provider is away its users stay for as long again, and then have to log in. Thread-safe.
 */
public final class Confirmations {

    private static final int LOCKS = 64;

    private final Users users;
    private final Sessions sessions;
    private final Optional<OidcProvider> oidc;
    private final Duration confirm;
    private final InstantSource clock;
    private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();

    public Confirmations(Users users, Sessions sessions, Providers providers) {
        this(users, sessions, providers.oidc(), providers.settings().confirm(), InstantSource.system());
    }

    Confirmations(Users users, Sessions sessions, Optional<OidcProvider> oidc, Duration confirm, InstantSource clock) {
        this.users = users;
        this.sessions = sessions;
        this.oidc = oidc;
        this.confirm = confirm;
        this.clock = clock;
    }

    /**
     * How it is with a session that was just found.
     *
     * @param byProxy whom a known proxy names with this request
     */
    public SessionStanding standing(String secret, Session session, Optional<ExternalUser> byProxy) {
        return switch (session.source()) {
            case LOCAL -> stored(session);
            case LDAP -> directory(secret, session);
            case OIDC -> isDue(session, 1) ? one(session, () -> provider(secret, session)) : stored(session);
            case PROXY ->
                byProxy.map(user -> proxy(secret, session, user))
                        .orElseGet(() -> ended(session, SignInRefusal.CONFIRMED_NO_MORE));
        };
    }

    private boolean isDue(Session session, int periods) {
        return session.confirmed().plus(confirm.multipliedBy(periods)).isBefore(clock.instant());
    }

    private SessionStanding stored(Session session) {
        return users.withId(session.userId())
                .<SessionStanding>map(SessionStanding.Good::new)
                .orElseGet(() -> ended(session, SignInRefusal.OVER));
    }

    private SessionStanding ended(Session session, SignInRefusal why) {
        sessions.end(session.userId(), session.id());
        SecurityLog.note("session ended", "source", session.source().text(), "why", why.code());
        return new SessionStanding.Ended(why);
    }

    private SessionStanding suspended(Session session, SignInRefusal why) {
        users.suspend(session.userId());
        sessions.endAll(session.userId());
        SecurityLog.warn("user suspended", "source", session.source().text(), "why", why.code());
        return new SessionStanding.Ended(why);
    }

    private SessionStanding one(Session session, Supplier<SessionStanding> question) {
        synchronized (locks[Math.floorMod(session.id().hashCode(), LOCKS)]) {
            return question.get();
        }
    }

    private SessionStanding directory(String secret, Session session) {
        try {
            Optional<User> user = users.withId(session.userId()).flatMap(users::confirmed);
            return user.isPresent()
                    ? renewed(secret, session, user.get())
                    : suspended(session, SignInRefusal.CONFIRMED_NO_MORE);
        } catch (Unavailable away) {
            return patience(session, away);
        }
    }

    private SessionStanding renewed(String secret, Session session, User user) {
        if (isDue(session, 1) || user.version() != session.userVersion()) {
            sessions.confirm(secret, Optional.empty());
        }
        return new SessionStanding.Good(user);
    }

    /** The users' own database is another matter: without it no user can be known at all. */
    private SessionStanding patience(Session session, Unavailable away) {
        if (away.dependency().equals("users")) {
            throw away;
        }
        return isDue(session, 2) ? ended(session, SignInRefusal.AWAY) : stored(session);
    }

    private SessionStanding provider(String secret, Session asked) {
        Optional<Session> session = sessions.find(secret);
        if (session.isEmpty() || oidc.isEmpty()) {
            return ended(asked, SignInRefusal.OVER);
        }
        return isDue(session.get(), 1) ? refreshed(secret, session.get()) : stored(session.get());
    }

    private SessionStanding refreshed(String secret, Session session) {
        Optional<String> token = sessions.providerState(secret);
        if (token.isEmpty()) {
            return ended(session, SignInRefusal.OVER);
        }
        try {
            Optional<Vouched> vouched = oidc.orElseThrow().refresh(token.get());
            return vouched.isPresent()
                    ? admitted(
                            secret, session, vouched.get().user(), vouched.get().refreshToken())
                    : refused(secret, session);
        } catch (Unavailable away) {
            return patience(session, away);
        } catch (Unauthenticated unbelievable) {
            return suspended(session, SignInRefusal.CONFIRMED_NO_MORE);
        }
    }

    /**
     * A refusal right after a confirmation means that the provider has shut the user out; after a pause it may be no more
     * than that his login there has ended, which is no reason to take his tokens away. Another server of ours may have
     * used the refresh token a moment before.
     */
    private SessionStanding refused(String secret, Session session) {
        Optional<Session> now = sessions.find(secret);
        if (now.filter(renewed -> !isDue(renewed, 1)).isPresent()) {
            return stored(now.get());
        }
        return isDue(session, 2)
                ? ended(session, SignInRefusal.CONFIRMED_NO_MORE)
                : suspended(session, SignInRefusal.CONFIRMED_NO_MORE);
    }

    private SessionStanding proxy(String secret, Session session, ExternalUser named) {
        String groups = state(named);
        boolean asBefore = !isDue(session, 1) && sessions.providerState(secret).equals(Optional.of(groups));
        return asBefore ? stored(session) : admitted(secret, session, named, groups);
    }

    /** What a proxy's word is remembered by, to notice when it changes. */
    public static String state(ExternalUser named) {
        return named.groups().stream().sorted().collect(Collectors.joining("\n", named.subject() + "\n", ""));
    }

    private SessionStanding admitted(String secret, Session session, ExternalUser external, String state) {
        try {
            User user = users.admit(external);
            if (!user.id().equals(session.userId())) {
                return ended(session, SignInRefusal.OVER);
            }
            sessions.confirm(secret, Optional.of(state));
            return new SessionStanding.Good(user);
        } catch (Forbidden noRole) {
            return suspended(session, SignInRefusal.NOT_ADMITTED);
        } catch (Conflict renamed) {
            return suspended(session, SignInRefusal.NAME_TAKEN);
        }
    }
}
