package org.egcg.reporting.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The limit of a metric that would have made the same decisions as people. Counted are decisions on what failed by this
 * rule alone, or by none: of anything else another rule would have decided.
 *
 * @param metric the dotted path
 * @param name what people call it
 * @param sign {@code >} if values have to be at least the limit, {@code <} if at most
 * @param limit the one that was in force at the last of the decisions
 * @param decisions how many were counted
 * @param agreeing how many of them this limit makes as people did
 * @param fitting the limit that makes the most of them so, the nearest to the present one among equals
 * @param agreeingThen how many that is
 */
public record FittingLimit(
        String metric,
        String name,
        String sign,
        double limit,
        int decisions,
        int agreeing,
        double fitting,
        int agreeingThen) {

    /** A value, the rule, and what the person said. */
    record Case(RuleSaid rule, double value, double limit, boolean passed) {
        boolean isMadeBy(double by) {
            return rule.passes(value, by) == passed;
        }

        static Optional<Case> of(Ruling ruling, String metric) {
            boolean others = ruling.ruled().missed().stream()
                    .anyMatch(rule -> !rule.metric().equals(metric));
            return ruling.ruled().rules().stream()
                    .filter(rule -> rule.metric().equals(metric) && !others)
                    .filter(rule -> rule.value().isPresent() && rule.limit().isPresent())
                    .findFirst()
                    .map(rule -> new Case(
                            rule, rule.value().getAsDouble(), rule.limit().getAsDouble(), ruling.passed()));
        }
    }

    /** Empty if there is no decision that can be counted. */
    static Optional<FittingLimit> of(String metric, List<Ruling> rulings) {
        List<Case> cases = rulings.stream()
                .sorted(Comparator.comparing(Ruling::at).reversed())
                .flatMap(ruling -> Case.of(ruling, metric).stream())
                .toList();
        return cases.isEmpty() ? Optional.empty() : Optional.of(fitting(cases));
    }

    private static FittingLimit fitting(List<Case> cases) {
        RuleSaid rule = cases.get(0).rule();
        double now = cases.get(0).limit();
        double best = candidates(cases, now)
                .max(Comparator.<Double>comparingInt(limit -> agreeing(cases, limit))
                        .thenComparing(Comparator.<Double>comparingDouble(limit -> Math.abs(limit - now))
                                .reversed())
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(now);
        return new FittingLimit(
                rule.metric(),
                rule.name(),
                rule.sign(),
                now,
                cases.size(),
                agreeing(cases, now),
                best,
                agreeing(cases, best));
    }

    /** The limit in force, those that let just a value pass, and one beyond which all fail. */
    private static Stream<Double> candidates(List<Case> cases, double now) {
        Stream<Double> values = cases.stream().map(Case::value).distinct();
        double last = cases.stream()
                .mapToDouble(one -> one.rule().sign().equals("<") ? -one.value() : one.value())
                .max()
                .orElse(now);
        double beyond = cases.get(0).rule().sign().equals("<") ? Math.nextDown(-last) : Math.nextUp(last);
        return Stream.concat(Stream.of(now, beyond), values);
    }

    private static int agreeing(List<Case> cases, double limit) {
        return (int) cases.stream().filter(one -> one.isMadeBy(limit)).count();
    }

    /** Whether another limit would have made more of the decisions. */
    public boolean isOther() {
        return agreeingThen > agreeing;
    }
}
