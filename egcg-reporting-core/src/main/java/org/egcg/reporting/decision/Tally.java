package org.egcg.reporting.decision;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How some decisions came out.
 *
 * @param key what they have in common, such as a species
 * @param decided how many there are
 * @param overruled how many of them decide otherwise than the rules
 * @param passed how many of these let pass what the rules fail; the others fail what the rules let pass
 * @param waited the median time from data to decision, of those of which it is known
 */
public record Tally(String key, int decided, int overruled, int passed, Optional<Duration> waited) {

    static Tally of(String key, List<Ruling> rulings) {
        List<Ruling> otherwise = rulings.stream().filter(Ruling::overruled).toList();
        return new Tally(
                key,
                rulings.size(),
                otherwise.size(),
                (int) otherwise.stream().filter(Ruling::passed).count(),
                median(rulings));
    }

    /** Of an even number of times, the mean of the two in the middle. */
    private static Optional<Duration> median(List<Ruling> rulings) {
        List<Duration> times =
                rulings.stream().flatMap(one -> one.waited().stream()).sorted().toList();
        if (times.isEmpty()) {
            return Optional.empty();
        }
        int middle = times.size() / 2;
        return Optional.of(
                times.size() % 2 == 1
                        ? times.get(middle)
                        : times.get(middle - 1).plus(times.get(middle)).dividedBy(2));
    }

    /** The part that was overruled, from 0 to 1. */
    public double share() {
        return decided == 0 ? 0 : (double) overruled / decided;
    }
}
