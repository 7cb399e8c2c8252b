package org.egcg.reporting.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who is logged in with a browser. A session is known by a secret that only the browser keeps; here stands its digest.
 * It ends when nothing was asked for a while, at its absolute end, when it is ended here, when its user is removed, and
 * when a user's password or role changes. Thread-safe.
 */
public final class Sessions {

    private static final int MOST_PER_USER = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * A session as its owner may see it.
     *
     * @param id fit to be shown; it opens nothing
     * @param userVersion the user's version when it began
     * @param lastSeen to the minute
     * @param ends when it ends, whatever is asked
     * @param confirmed when the user's provider last said that he is still there
     * @param agent what the browser calls itself
     */
    public record Session(
            String id,
            String userId,
            long userVersion,
            Source source,
            Instant begun,
            Instant lastSeen,
            Instant ends,
            Instant confirmed,
            String address,
            String agent) {
        public Session {
            Objects.requireNonNull(id);
            Objects.requireNonNull(userId);
            Objects.requireNonNull(source);
            Objects.requireNonNull(begun);
            Objects.requireNonNull(lastSeen);
            Objects.requireNonNull(ends);
            Objects.requireNonNull(confirmed);
            Objects.requireNonNull(address);
            Objects.requireNonNull(agent);
        }
    }

    /** A new session, with the secret that nobody can show again. */
    public record Begun(String secret, Session session) {
        @Override
        public String toString() {
            return session.toString();
        }
    }

    private record Kept(Session session, Optional<String> state) {}

    private final Users users;
    private final Duration idle;
    private final Duration longest;
    private final InstantSource clock;
    private final Map<String, Kept> byDigest = new ConcurrentHashMap<>();

    /**
     * @param idle without a request for so long a session ends
     * @param longest after so long it ends in any case
     */
    public Sessions(Users users, Duration idle, Duration longest) {
        this(users, idle, longest, InstantSource.system());
    }

    Sessions(Users users, Duration idle, Duration longest, InstantSource clock) {
        this.users = users;
        this.idle = idle;
        this.longest = longest;
        this.clock = clock;
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
                address,
                agent);
        List<Session> others = of(user.id());
        for (int index = 0; index <= others.size() - MOST_PER_USER; index++) {
            end(user.id(), others.get(index).id());
        }
        byDigest.put(digest(secret), new Kept(session, providerState));
        return new Begun(secret, session);
    }

    /** The session of a secret; empty if there is none, or it is over. */
    public Optional<Session> find(String secret) {
        String digest = digest(secret);
        Optional<Session> found =
                Optional.ofNullable(byDigest.get(digest)).map(Kept::session).filter(this::isLive);
        if (found.isEmpty()) {
            byDigest.remove(digest);
        }
        return found.map(session -> {
            Session seen = seen(session, clock.instant(), session.confirmed());
            byDigest.computeIfPresent(digest, (key, kept) -> new Kept(seen, kept.state()));
            return seen;
        });
    }

    private boolean isLive(Session session) {
        Instant now = clock.instant();
        return now.isBefore(session.ends())
                && now.isBefore(session.lastSeen().plus(idle))
                && users.withId(session.userId())
                        .filter(user -> user.version() == session.userVersion())
                        .isPresent();
    }

    private static Session seen(Session session, Instant now, Instant confirmed) {
        return new Session(
                session.id(),
                session.userId(),
                session.userVersion(),
                session.source(),
                session.begun(),
                now,
                session.ends(),
                confirmed,
                session.address(),
                session.agent());
    }

    /** A user's live sessions, oldest first. */
    public List<Session> of(String userId) {
        List<Session> sessions = new ArrayList<>();
        byDigest.values().stream()
                .map(Kept::session)
                .filter(session -> session.userId().equals(userId))
                .filter(this::isLive)
                .forEach(sessions::add);
        sessions.sort(Comparator.comparing(Session::begun));
        return sessions;
    }

    /** Ends a session of a user; nothing happens if it is nobody's or another's. */
    public void end(String userId, String sessionId) {
        byDigest.values()
                .removeIf(kept -> kept.session().userId().equals(userId)
                        && kept.session().id().equals(sessionId));
    }

    public void endAll(String userId) {
        byDigest.values().removeIf(kept -> kept.session().userId().equals(userId));
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
        return Optional.ofNullable(byDigest.get(digest(secret))).flatMap(Kept::state);
    }

    /** Notes that the user's provider has just said that he is still there. */
    public void confirm(String secret, Optional<String> providerState) {
        byDigest.computeIfPresent(
                digest(secret),
                (key, kept) ->
                        new Kept(seen(kept.session(), kept.session().lastSeen(), clock.instant()), providerState));
    }

    /** What the session's own pages send along with what changes something. */
    public String csrf(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal("csrf".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String digest(String secret) {
        return HexFormat.of().formatHex(Passwords.sha256(secret));
    }
}
