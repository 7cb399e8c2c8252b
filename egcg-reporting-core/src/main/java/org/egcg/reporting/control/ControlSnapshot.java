package org.egcg.reporting.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.event.InstrumentEvent;

/** The control charts of all instruments as of a moment. Immutable, safe for threads. */
public final class ControlSnapshot {

    private final Instant asOf;
    private final ControlSettings settings;
    private final Map<String, List<InstrumentRun>> runs = new LinkedHashMap<>();
    private final List<InstrumentEvent> events;
    private final List<InstrumentState> states;

    ControlSnapshot(Instant asOf, ControlSettings settings, List<InstrumentRun> runs, List<InstrumentEvent> events) {
        this.asOf = asOf;
        this.settings = settings;
        this.events = List.copyOf(events);
        runs.forEach(run -> this.runs
                .computeIfAbsent(run.instrument(), instrument -> new ArrayList<>())
                .add(run));
        this.states = this.runs.keySet().stream()
                .map(this::state)
                .sorted(InstrumentState.WORST_FIRST)
                .toList();
    }

    private InstrumentState state(String instrument) {
        return new InstrumentState(
                instrument,
                settings.metrics().stream()
                        .map(metric -> chart(instrument, metric, Selection.ALL))
                        .filter(chart -> !chart.points().isEmpty())
                        .toList());
    }

    public Instant asOf() {
        return asOf;
    }

    /** All instruments, the worst first. */
    public List<InstrumentState> instruments() {
        return states;
    }

    /** An instrument by its id. */
    public Optional<InstrumentState> instrument(String id) {
        return states.stream().filter(state -> state.instrument().equals(id)).findFirst();
    }

    /** The chart of some runs of an instrument; one without runs if there is no such instrument. */
    public ControlChart chart(String instrument, ControlMetric metric, Selection selection) {
        return new Drawing(settings, instrument, metric, events(instrument))
                .of(runs.getOrDefault(instrument, List.of()).stream()
                        .flatMap(run -> run.value(metric).stream())
                        .filter(selection::has)
                        .toList());
    }

    /** What was done to an instrument, by day. */
    public List<InstrumentEvent> events(String instrument) {
        return events.stream()
                .filter(event -> event.instrument().equals(instrument))
                .toList();
    }

    /** The sides of an instrument that its flow cells were on. */
    public List<String> sides(String instrument) {
        return runs.getOrDefault(instrument, List.of()).stream()
                .flatMap(run -> run.side().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * What the runs that were started on a day or later have broken, as far as it is news: the earliest first. Each has a
     * {@linkplain Violation#key() key} by which it is told from others, however often it is asked for.
     */
    public List<Violation> violationsSince(LocalDate day) {
        return states.stream()
                .flatMap(state -> state.charts().stream())
                .flatMap(chart -> chart.violations().stream())
                .filter(Violation::first)
                .filter(violation -> !violation.day().isBefore(day))
                .sorted(Comparator.comparing(Violation::day).thenComparing(Violation::key))
                .toList();
    }
}
