package org.egcg.reporting.web.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Networks whose strangers were refused again and again: too many at once, too slow, too large, or with credentials that
 * are not good. They are suspects until a minute has passed without another refusal. Thread-safe.
 */
final class Suspects {

    static final int REFUSALS = 10;

    private static final int MOST = 10_000;
    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final Set<Integer> TELLING = Set.of(401, 408, 413, 429, 503);

    private final Clock clock;

    private final Map<String, Refused> networks = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Refused> eldest) {
            return size() > MOST;
        }
    };

    private record Refused(int times, Instant last) {

        Refused again(Instant now) {
            return new Refused(isOver(now) ? 1 : times + 1, now);
        }

        boolean isOver(Instant now) {
            return now.isAfter(last.plus(MEMORY));
        }
    }

    Suspects(Clock clock) {
        this.clock = clock;
    }

    /** How a stranger's request was answered. */
    synchronized void answered(String network, int status) {
        if (TELLING.contains(status)) {
            Instant now = clock.instant();
            Refused before = networks.getOrDefault(network, new Refused(0, now));
            networks.put(network, before.again(now));
        }
    }

    synchronized boolean contain(String network) {
        Refused refused = networks.get(network);
        return refused != null && refused.times() >= REFUSALS && !refused.isOver(clock.instant());
    }
}
