package org.egcg.reporting.web.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Who looks at what now. Kept for seconds, in this node alone; for all threads. */
@ApplicationScoped
public class Onlookers {

    /** Whoever looks at something says so more often than this. */
    static final Duration STAYS = Duration.ofSeconds(15);

    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();

    private record Look(String key, Instant at) {}

    public Onlookers() {
        this(Clock.systemUTC());
    }

    Onlookers(Clock clock) {
        this.clock = clock;
    }

    /**
     * A user looks at something, and at nothing else any more.
     *
     * @return who else looks at it, by name
     */
    public List<String> look(String user, String key) {
        Instant now = clock.instant();
        looks.values().removeIf(look -> look.at().isBefore(now.minus(STAYS)));
        if (looks.size() < MOST) {
            looks.put(user, new Look(key, now));
        }
        Map<String, Look> others = new TreeMap<>(looks);
        others.remove(user);
        return others.entrySet().stream()
                .filter(other -> other.getValue().key().equals(key))
                .map(Map.Entry::getKey)
                .toList();
    }
}
