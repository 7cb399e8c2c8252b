package org.egcg.reporting.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The limits that hold under some circumstances, and those that would hold by others: what both have in common is not
 * held against a document again. Immutable.
 */
final class BothLimits {

    private final List<Gauge> now;
    private final List<Gauge> then;

    /** For each that would hold, the place of the same among those that hold; negative if it is none of these. */
    private final int[] places;

    private final boolean differ;

    BothLimits(List<Gauge> now, List<Gauge> then) {
        this.now = List.copyOf(now);
        this.then = List.copyOf(then);
        List<Threshold> thresholds = now.stream().map(Gauge::threshold).toList();
        this.places = then.stream()
                .mapToInt(gauge -> thresholds.indexOf(gauge.threshold()))
                .toArray();
        this.differ = then.size() != now.size() || Arrays.stream(places).anyMatch(place -> place < 0);
    }

    List<Threshold> now() {
        return now.stream().map(Gauge::threshold).toList();
    }

    /** Whether any document may come out differently. */
    boolean differ() {
        return differ;
    }

    /** What comes of a document now, in the order of {@link #now}. */
    List<Finding> findings(Evidence evidence) {
        List<Finding> findings = new ArrayList<>(now.size());
        now.forEach(gauge -> findings.add(gauge.of(evidence)));
        return findings;
    }

    /**
     * What would come of it.
     *
     * @param findings what comes of it now
     */
    List<Finding> others(Evidence evidence, List<Finding> findings) {
        List<Finding> others = new ArrayList<>(then.size());
        for (int i = 0; i < then.size(); i++) {
            int place = places[i];
            others.add(place < 0 ? then.get(i).of(evidence) : findings.get(place));
        }
        return others;
    }
}
