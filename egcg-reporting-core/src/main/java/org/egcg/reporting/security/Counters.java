package org.egcg.reporting.security;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often something failed, by key; at most so many keys. What is forgotten to make room is what is long ago, then
 * what failed least: invented names push out each other, not the names that they are to cover up. Not thread-safe.
 */
final class Counters {

    /**
     * Failures of a key.
     *
     * @param last when the last was counted
     * @param open from when on the next is looked at
     * @param forgiven when a success last made them forgotten
     */
    record Failures(int count, long last, long open, long forgiven) {
        static final Failures NONE = new Failures(0, 0, 0, 0);
    }

    private final int most;
    private final long forgotten;
    private final Map<String, Failures> byKey = new HashMap<>();

    /** @param forgotten milliseconds without failures after which a key is as new */
    Counters(int most, long forgotten) {
        this.most = most;
        this.forgotten = forgotten;
    }

    Failures of(String key, long now) {
        Failures found = byKey.getOrDefault(key, Failures.NONE);
        return isOver(found, now) ? new Failures(0, 0, 0, found.forgiven()) : found;
    }

    private boolean isOver(Failures failures, long now) {
        return now - failures.last() > forgotten && now >= failures.open();
    }

    void put(String key, Failures failures, long now) {
        byKey.put(key, failures);
        if (byKey.size() > most) {
            makeRoom(now);
        }
    }

    private void makeRoom(long now) {
        byKey.values().removeIf(failures -> isOver(failures, now));
        List<String> least = byKey.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparingInt(Failures::count).thenComparingLong(Failures::last)))
                .limit(Math.max(0, byKey.size() - most * 3L / 4))
                .map(Map.Entry::getKey)
                .toList();
        least.forEach(byKey::remove);
    }

    int size() {
        return byKey.size();
    }
}
