package org.egcg.reporting.consistency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.egcg.reporting.consistency.Inconsistency.Named;

/**
 * What did not fit at a moment. Immutable.
 *
 * @param found in the order of the kinds; of each kind the first {@value Findings#KEPT}
 * @param counts how many there were of each kind that there was any of
 * @param missing what could not be asked, each as a sentence
 * @param took how long it took to look
 */
public record InconsistencyReport(
        List<Inconsistency> found,
        Map<InconsistencyKind, Long> counts,
        List<String> missing,
        Instant asOf,
        Duration took,
        Map<Named, List<Inconsistency>> byPage) {

    static InconsistencyReport of(Findings findings, List<String> missing, Instant begun, Instant ended) {
        Map<Named, List<Inconsistency>> pages = new HashMap<>();
        List<Inconsistency> found = findings.all();
        found.forEach(each -> things(each).forEach(thing -> pages.computeIfAbsent(thing, any -> new ArrayList<>(1))
                .add(each)));
        return new InconsistencyReport(
                found, findings.counts(), List.copyOf(missing), begun, Duration.between(begun, ended), pages);
    }

    private static Set<Named> things(Inconsistency found) {
        Set<Named> things = new LinkedHashSet<>(found.pages());
        things.addAll(found.documents());
        return things;
    }

    /** How many there were of all kinds. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What concerns the page of a run or a sample, or names a document. */
    public List<Inconsistency> about(String resource, String id) {
        return List.copyOf(byPage.getOrDefault(new Named(resource, id), List.of()));
    }
}
