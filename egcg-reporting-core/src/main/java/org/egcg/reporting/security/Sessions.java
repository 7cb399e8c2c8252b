package org.egcg.reporting.security;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.egcg.reporting.security.internal.SecurityLog;

/**
 * Who is logged in with a browser. A session is known by a secret that only the browser keeps; here stands its digest.
 * It ends when nothing was asked for a while, at its absolute end, when it is ended here, when its user is removed, and
 * when a user's password or role changes. A user has twenty at most: one more ends the one that was not used for the
 * longest. Thread-safe.
 */
public final class Sessions {

    private static final int MOST_PER_USER = 20;
    private static final int LONGEST_ADDRESS = 100;
    private static final int LONGEST_AGENT = 255;
    private static final int LONGEST_SECRET = 256;
    private static final Duration NOTED = Duration.ofMinutes(1);
    private static final String STATE = "what the provider gave";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new session, with the secret, which is not kept and cannot be shown again. */
    public record Begun(String secret, Session session) {
        @Override
        public String toString() {
            return session.toString();
        }
    }

    /** A session that is live, and whose it is. */
    public record Visit(User user, Session session) {
        public Visit {
            Objects.requireNonNull(user);
            Objects.requireNonNull(session);
        }
    }

    private final Users users;
    private final Duration idle;
    private final Duration longest;
    private final InstantSource clock;
    private final SessionStore memory = new SessionsInMemory();
    private final SessionStore table;

    /**
     * @param idle without a request for so long a session ends
     * @param longest after so long it ends in any case
     */
    public Sessions(Users users, Duration idle, Duration longest) {
        this(users, idle, longest, InstantSource.system());
    }

    /** The same with another clock. */
    public Sessions(Users users, Duration idle, Duration longest, InstantSource clock) {
        this.users = users;
        this.idle = idle;
        this.longest = longest;
        this.clock = clock;
        this.table = new SessionTable(users.database());
    }

    private SessionStore store() {
        UserSchema.Found found = users.database().found();
        return found.accounts() && found.writable() ? table : memory;
    }

    /**
     * Begins a session.
     *
     * @param agent what the browser calls itself
     * @param providerState what the provider needs to be asked again, kept encrypted under the session's secret
     */
    public Begun begin(User user, String address, String agent, Optional<String> providerState) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Instant now = clock.instant();
        Session session = new Session(
                UUID.randomUUID().toString(),
                user.id(),
                user.version(),
                user.source(),
                now,
                now,
                now.plus(longest),
                now,
                cut(address, LONGEST_ADDRESS),
                cut(agent, LONGEST_AGENT));
        store().forget(now, now.minus(idle));
        makeRoom(user);
        store().add(digest(secret), new SessionStore.Kept(session, closed(secret, providerState)));
        SecurityLog.note("session begun", "user", user.name(), "session", session.id(), "address", address);
        return new Begun(secret, session);
    }

    /** Ends what has not been used for the longest, so that a program that logs in again and again throws nobody out who works. */
    private void makeRoom(User user) {
        List<Session> others = of(user.id());
        others.stream()
                .sorted(Comparator.comparing(Session::lastSeen))
                .limit(Math.max(0, others.size() - MOST_PER_USER + 1))
                .forEach(session -> end(user.id(), session.id()));
    }

    private static String cut(String text, int longest) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= longest ? plain : plain.substring(0, longest);
    }

    /** The session of a secret; empty if there is none, or it is over. */
    public Optional<Session> find(String secret) {
        return visit(secret).map(Visit::session);
    }

    /** The same, asked by what a page does on its own: the session does not last longer for it. */
    public Optional<Session> glance(String secret) {
        return found(secret, clock.instant()).map(Visit::session);
    }

    /** The session of a secret, and its user as he is now; empty if there is none, or it is over. */
    public Optional<Visit> visit(String secret) {
        Instant now = clock.instant();
        Optional<Visit> found = found(secret, now);
        found.map(Visit::session)
                .filter(session -> !now.isBefore(session.lastSeen().plus(noted())))
                .ifPresent(session -> store().seen(digest(secret), now));
        return found;
    }

    private Optional<Visit> found(String secret, Instant now) {
        return secret.length() > LONGEST_SECRET
                ? Optional.empty()
                : store().find(digest(secret)).map(SessionStore.Kept::session).flatMap(session -> live(session, now));
    }

    /** How late it may be noted that a session was used: not with each request. */
    private Duration noted() {
        return idle.dividedBy(10).compareTo(NOTED) < 0 ? idle.dividedBy(10) : NOTED;
    }

    private Optional<Visit> live(Session session, Instant now) {
        boolean inTime =
                now.isBefore(session.ends()) && now.isBefore(session.lastSeen().plus(idle));
        return inTime
                ? users.withId(session.userId())
                        .filter(user -> user.version() == session.userVersion())
                        .map(user -> new Visit(user, session))
                : Optional.empty();
    }

    /** A user's live sessions, oldest first. */
    public List<Session> of(String userId) {
        Instant now = clock.instant();
        return store().of(userId).stream()
                .filter(session -> live(session, now).isPresent())
                .toList();
    }

    /** Ends a session of a user; nothing happens if it does not exist or is another user's. */
    public void end(String userId, String sessionId) {
        store().remove(userId, sessionId);
        SecurityLog.note("session ended", "account", userId, "session", sessionId);
    }

    /** Ends all sessions of a user. */
    public void endAll(String userId) {
        store().removeAll(userId);
        SecurityLog.note("all sessions ended", "account", userId);
    }

    /** Ends all sessions of a user but one; says how many that were. */
    public int endOthers(String userId, String keptSessionId) {
        List<Session> others = of(userId).stream()
                .filter(session -> !session.id().equals(keptSessionId))
                .toList();
        others.forEach(session -> end(userId, session.id()));
        return others.size();
    }

    /** What the provider gave along with the login or its last confirmation. */
    public Optional<String> providerState(String secret) {
        String digest = digest(secret);
        return store().find(digest).filter(kept -> !kept.state().isEmpty()).flatMap(kept -> Seal.of(secret, STATE)
                .open(kept.state(), digest));
    }

    /** Notes that the user's provider has just said that he is still there. */
    public void confirm(String secret, Optional<String> providerState) {
        store().confirmed(digest(secret), clock.instant(), closed(secret, providerState));
    }

    private static String closed(String secret, Optional<String> state) {
        return state.map(text -> Seal.of(secret, STATE).seal(text, digest(secret)))
                .orElse("");
    }

    /** What the session's own pages send along with what changes something. */
    public String csrf(String secret) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Seal.derived(secret, "csrf"));
    }

    private static String digest(String secret) {
        return HexFormat.of().formatHex(Passwords.sha256(secret));
    }
}
