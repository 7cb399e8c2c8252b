package org.egcg.reporting.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Which limits of a subject hold under which circumstances. There are few different ones among thousands of lanes, so
 * what was found for some is kept. Safe for threads.
 */
final class ApplyingLimits {

    private static final int KEPT = 1000;

    private final Collection<List<Threshold>> metrics;
    private final Set<Circumstance> named;
    private final Map<Circumstances, List<Gauge>> known = new ConcurrentHashMap<>();

    /** @param metrics the limits of each metric, the most specific first */
    ApplyingLimits(Collection<List<Threshold>> metrics) {
        this.metrics = metrics;
        this.named = metrics.stream()
                .flatMap(List::stream)
                .flatMap(limit -> limit.when().wanted().keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All that any of them depends on. */
    Set<Circumstance> named() {
        return named;
    }

    /** At most one limit for each metric, by metric. */
    List<Gauge> under(Circumstances all) {
        Circumstances that = all.only(named);
        List<Gauge> found = known.get(that);
        if (found == null) {
            found = search(that);
            if (known.size() < KEPT) {
                known.put(that, found);
            }
        }
        return found;
    }

    private List<Gauge> search(Circumstances circumstances) {
        List<Gauge> applying = new ArrayList<>();
        metrics.forEach(limits -> limits.stream()
                .filter(limit -> limit.when().holds(circumstances))
                .findFirst()
                .map(Gauge::new)
                .ifPresent(applying::add));
        return List.copyOf(applying);
    }
}
