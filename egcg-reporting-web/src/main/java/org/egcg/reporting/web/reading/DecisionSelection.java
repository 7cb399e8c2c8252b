package org.egcg.reporting.web.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.egcg.reporting.decision.DecisionStatistics;
import org.egcg.reporting.decision.Facet;
import org.egcg.reporting.decision.FittingLimit;
import org.egcg.reporting.decision.Tally;
import org.egcg.reporting.error.ReportingException.Malformed;

/**
 * Which decisions an address asks for: {@code from} and {@code to}, days of the facility; {@code kind}, a resource; a value
 * for each {@link Facet}; {@code overruled}, the word of a {@link TallyNumber}; {@code limit}, a metric, and {@code agrees},
 * limits of it that make the same decisions, with commas between. All that is asked for has to hold, so that what a number
 * of a selection counts is asked for by something more.
 */
public final class DecisionSelection {

    private static final String OVERRULED = "overruled";
    private static final String LIMIT = "limit";
    private static final String AGREES = "agrees";

    private final Map<String, String> arguments;
    private final LocalDate today;

    /** @param today on the clocks of the facility */
    public DecisionSelection(Map<String, String> arguments, LocalDate today) {
        this.arguments = Map.copyOf(arguments);
        this.today = today;
    }

    private String argument(String name) {
        return arguments.getOrDefault(name, "");
    }

    private LocalDate day(String name, LocalDate otherwise) {
        try {
            return argument(name).isEmpty() ? otherwise : LocalDate.parse(argument(name));
        } catch (DateTimeException noDay) {
            throw new Malformed(name + ": expected a day, such as 2026-04-26", noDay);
        }
    }

    /** The first day; without another, a year ago. */
    public LocalDate from() {
        return day("from", today.minusYears(1));
    }

    /** The day behind the last. */
    public LocalDate to() {
        return day("to", today.plusDays(1));
    }

    /** The first moment, as documents have it. */
    public Instant begin() {
        return from().atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** The moment behind the last. */
    public Instant end() {
        return to().atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Those of the time that are asked for. */
    public DecisionStatistics of(DecisionStatistics all) {
        DecisionStatistics some = counted().of(ofKind(all));
        for (Facet facet : Facet.values()) {
            some = isAsked(facet.word()) ? some.with(facet, argument(facet.word())) : some;
        }
        some = isAsked(LIMIT) ? some.countedFor(argument(LIMIT)) : some;
        for (double limit : agreeing()) {
            some = some.madeBy(argument(LIMIT), limit);
        }
        return some;
    }

    private boolean isAsked(String name) {
        return !argument(name).isEmpty();
    }

    private DecisionStatistics ofKind(DecisionStatistics all) {
        return !isAsked("kind")
                ? all
                : new DecisionStatistics(all.rulings().stream()
                        .filter(ruling -> ruling.kind().equals(argument("kind")))
                        .toList());
    }

    private TallyNumber counted() {
        return Arrays.stream(TallyNumber.values())
                .filter(number -> number.word().equals(argument(OVERRULED)))
                .findFirst()
                .orElseThrow(() -> new Malformed(OVERRULED + ": expected yes, passed or failed"));
    }

    /**
     * The limits that are to have made the same decisions.
     *
     * @throws Malformed if one is no number
     */
    public List<Double> agreeing() {
        try {
            return Stream.of(argument(AGREES).split(","))
                    .filter(limit -> !limit.isEmpty())
                    .map(Double::valueOf)
                    .toList();
        } catch (NumberFormatException noLimit) {
            throw new Malformed(AGREES + ": expected limits, such as 75 or 75,72.5", noLimit);
        }
    }

    /** The tallies of a facet; only that of the value that is asked for, if one is. */
    public List<Tally> tallies(DecisionStatistics found, Facet facet) {
        return found.by(facet).stream()
                .filter(tally -> !isAsked(facet.word()) || tally.key().equals(argument(facet.word())))
                .toList();
    }

    /** The limits that fit; only that of the metric that is asked for, if one is. */
    public List<FittingLimit> limits(DecisionStatistics found) {
        return found.limits().stream()
                .filter(limit -> !isAsked(LIMIT) || limit.metric().equals(argument(LIMIT)))
                .toList();
    }

    /** The arguments that ask for what a number of the whole counts. */
    public Map<String, String> counting(TallyNumber number) {
        boolean narrower = number == TallyNumber.OVERRULED && isAsked(OVERRULED);
        return with(OVERRULED, narrower ? argument(OVERRULED) : number.word());
    }

    /** The arguments that ask for what a number of a tally counts. */
    public Map<String, String> counting(Facet facet, String value, TallyNumber number) {
        Map<String, String> all = new LinkedHashMap<>(counting(number));
        all.put(facet.word(), value);
        return all;
    }

    /** The arguments that ask for the decisions that are counted for a limit. */
    public Map<String, String> counting(FittingLimit limit) {
        return with(LIMIT, limit.metric());
    }

    /** The arguments that ask for those of them that some limit makes, the one in force or the one that fits. */
    public Map<String, String> making(FittingLimit limit, double by) {
        String before = argument(AGREES).isEmpty() ? "" : argument(AGREES) + ",";
        return with(LIMIT, limit.metric(), AGREES, before + by);
    }

    private Map<String, String> with(String... namesAndValues) {
        Map<String, String> all = new LinkedHashMap<>(arguments);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!namesAndValues[i + 1].isEmpty()) {
                all.put(namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return all;
    }
}
