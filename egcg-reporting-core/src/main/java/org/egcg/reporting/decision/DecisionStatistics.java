package org.egcg.reporting.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How people decided, and how often otherwise than the rules. Immutable. */
public final class DecisionStatistics {

    private final List<Ruling> rulings;
    private final Optional<Instant> since;

    /** All of a time. */
    public DecisionStatistics(List<Ruling> rulings) {
        this(rulings, Optional.empty());
    }

    /** @param since see {@link #since} */
    DecisionStatistics(List<Ruling> rulings, Optional<Instant> since) {
        this.rulings = List.copyOf(rulings);
        this.since = since;
    }

    /**
     * From when on they are read, where there are more than {@link Rulings#MOST}: the earlier ones of the time that was asked
     * for are left out. Empty if none is. Selections of these do not say it.
     */
    public Optional<Instant> since() {
        return since;
    }

    /** The decisions, in the order in which they were given. */
    public List<Ruling> rulings() {
        return rulings;
    }

    /** Only those that count for one of the facet's values. */
    public DecisionStatistics with(Facet facet, String value) {
        return new DecisionStatistics(rulings.stream()
                .filter(ruling -> facet.of(ruling).contains(value))
                .toList());
    }

    /** Only those that {@link FittingLimit} counts for a metric. */
    public DecisionStatistics countedFor(String metric) {
        return new DecisionStatistics(rulings.stream()
                .filter(ruling -> FittingLimit.Case.of(ruling, metric).isPresent())
                .toList());
    }

    /** Only those of these that a limit makes as people did. */
    public DecisionStatistics madeBy(String metric, double limit) {
        return new DecisionStatistics(rulings.stream()
                .filter(ruling -> FittingLimit.Case.of(ruling, metric)
                        .filter(one -> one.isMadeBy(limit))
                        .isPresent())
                .toList());
    }

    /** All together. */
    public Tally total() {
        return Tally.of("", rulings);
    }

    /** One for each value: months in their order, others with the most often overruled first. */
    public List<Tally> by(Facet facet) {
        Map<String, List<Ruling>> groups = new TreeMap<>();
        rulings.forEach(
                ruling -> facet.of(ruling).forEach(value -> groups.computeIfAbsent(value, first -> new ArrayList<>())
                        .add(ruling)));
        List<Tally> tallies = new ArrayList<>();
        groups.forEach((value, some) -> tallies.add(Tally.of(value, some)));
        if (facet != Facet.MONTH) {
            tallies.sort(Comparator.comparingInt(Tally::overruled)
                    .thenComparingInt(Tally::decided)
                    .reversed());
        }
        return tallies;
    }

    /** What people call a metric; the metric itself if none of the decisions says so. */
    public String nameOf(String metric) {
        return rulings.stream()
                .flatMap(ruling -> ruling.ruled().rules().stream())
                .filter(rule -> rule.metric().equals(metric))
                .map(RuleSaid::name)
                .findFirst()
                .orElse(metric);
    }

    /** For each metric whose rule decided anything, which limit would have made the same decisions. */
    public List<FittingLimit> limits() {
        return rulings.stream()
                .flatMap(ruling -> ruling.ruled().missed().stream())
                .map(RuleSaid::metric)
                .distinct()
                .sorted()
                .flatMap(metric -> FittingLimit.of(metric, rulings).stream())
                .toList();
    }
}
