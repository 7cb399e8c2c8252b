package org.egcg.reporting.web.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.egcg.reporting.decision.DecisionStatistics;
import org.egcg.reporting.decision.Facet;
import org.egcg.reporting.decision.FittingLimit;
import org.egcg.reporting.error.ReportingException.Malformed;

/**
 * Which decisions an address asks for: {@code from} and {@code to}, days of the facility; {@code kind}, a resource; a value
 * for each {@link Facet}; {@code overruled=yes}; and {@code limit}, a metric, with {@code agrees}, which is {@code now} or
 * {@code then}.
 */
public final class DecisionSelection {

    /** What else than a facet may be in an address. */
    public static final List<String> PARAMETERS = List.of("kind", "overruled", "limit", "agrees");

    private final Map<String, String> arguments;
    private final LocalDate today;
    private final ZoneId zone;

    /**
     * @param today on the clocks of the facility
     * @param zone of these clocks
     */
    public DecisionSelection(Map<String, String> arguments, LocalDate today, ZoneId zone) {
        this.arguments = Map.copyOf(arguments);
        this.today = today;
        this.zone = zone;
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
        return from().atStartOfDay(zone).toInstant();
    }

    /** The moment behind the last. */
    public Instant end() {
        return to().atStartOfDay(zone).toInstant();
    }

    /** Those of the time that are asked for. */
    public DecisionStatistics of(DecisionStatistics all) {
        DecisionStatistics some = ofKind(all);
        for (Facet facet : Facet.values()) {
            String value = argument(facet.word());
            some = value.isEmpty() ? some : some.with(facet, value);
        }
        some = argument("overruled").equals("yes") ? some.overruling() : some;
        return argument("limit").isEmpty() ? some : counted(some, argument("limit"));
    }

    private DecisionStatistics ofKind(DecisionStatistics all) {
        String kind = argument("kind");
        return kind.isEmpty()
                ? all
                : new DecisionStatistics(all.rulings().stream()
                        .filter(ruling -> ruling.kind().equals(kind))
                        .toList());
    }

    private DecisionStatistics counted(DecisionStatistics some, String metric) {
        if (argument("agrees").isEmpty()) {
            return some.countedFor(metric);
        }
        return some.limits().stream()
                .filter(limit -> limit.metric().equals(metric))
                .findFirst()
                .map(limit -> some.madeBy(metric, by(limit)))
                .orElseGet(() -> new DecisionStatistics(List.of()));
    }

    private double by(FittingLimit limit) {
        return argument("agrees").equals("then") ? limit.fitting() : limit.limit();
    }
}
