package org.egcg.reporting.turnaround;

import java.time.Duration;
import java.util.List;

/** How long something usually takes, from how long it took before. Quantiles as in the charts. */
public record Usual(List<Duration> known) {

    public Usual {
        known = known.stream().sorted().toList();
    }

    /** Whether enough are known to say so. */
    public boolean isKnown(int atLeast) {
        return known.size() >= atLeast;
    }

    /** The span that the share takes at most: the mean of two neighbours where the share falls between them. */
    public Duration quantile(double share) {
        double rank = share * known.size();
        int whole = (int) Math.floor(rank + 1e-9);
        if (whole >= known.size()) {
            return known.get(known.size() - 1);
        }
        boolean between = Math.abs(rank - whole) < 1e-9 && whole > 0;
        return between ? known.get(whole - 1).plus(known.get(whole)).dividedBy(2) : known.get(whole);
    }
}
