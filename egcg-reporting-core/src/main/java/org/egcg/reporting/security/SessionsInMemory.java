package org.egcg.reporting.security;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions of this process alone, where the user database cannot be written. */
final class SessionsInMemory implements SessionStore {

    private final Map<String, Kept> byDigest = new ConcurrentHashMap<>();

    @Override
    public void add(String digest, Kept kept) {
        byDigest.put(digest, kept);
    }

    @Override
    public Optional<Kept> find(String digest) {
        return Optional.ofNullable(byDigest.get(digest));
    }

    @Override
    public List<Session> of(String userId) {
        return byDigest.values().stream()
                .map(Kept::session)
                .filter(session -> session.userId().equals(userId))
                .sorted(Comparator.comparing(Session::begun))
                .toList();
    }

    @Override
    public void seen(String digest, Instant when) {
        byDigest.computeIfPresent(
                digest,
                (key, kept) -> new Kept(kept.session().at(when, kept.session().confirmed()), kept.state()));
    }

    @Override
    public void confirmed(String digest, Instant when, String state) {
        byDigest.computeIfPresent(
                digest, (key, kept) -> new Kept(kept.session().at(kept.session().lastSeen(), when), state));
    }

    @Override
    public void remove(String userId, String sessionId) {
        byDigest.values()
                .removeIf(kept -> kept.session().userId().equals(userId)
                        && kept.session().id().equals(sessionId));
    }

    @Override
    public void removeAll(String userId) {
        byDigest.values().removeIf(kept -> kept.session().userId().equals(userId));
    }

    @Override
    public void forget(Instant endedBefore, Instant idleSince) {
        byDigest.values()
                .removeIf(kept -> kept.session().ends().isBefore(endedBefore)
                        || kept.session().lastSeen().isBefore(idleSince));
    }
}
