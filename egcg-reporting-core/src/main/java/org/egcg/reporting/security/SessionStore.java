package org.egcg.reporting.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where sessions are kept: by the digest of their secret, with what the provider gave along, encrypted. */
interface SessionStore {

    /** @param state encrypted; empty text if there is none */
    record Kept(Session session, String state) {}

    void add(String digest, Kept kept);

    Optional<Kept> find(String digest);

    /** A user's sessions, oldest first. */
    List<Session> of(String userId);

    void seen(String digest, Instant when);

    void confirmed(String digest, Instant when, String state);

    void remove(String userId, String sessionId);

    void removeAll(String userId);

    /** Forgets the sessions that were over, or idle since, some moments. */
    void forget(Instant endedBefore, Instant idleSince);
}
