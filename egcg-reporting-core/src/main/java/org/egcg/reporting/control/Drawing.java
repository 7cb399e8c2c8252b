package org.egcg.reporting.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.egcg.reporting.event.InstrumentEvent;

/**
 * Makes control charts of runs. An event begins all rules anew, as something was done about the instrument; one that is
 * marked so begins the baseline anew, too. What happened on the day of a run counts as before it.
 */
final class Drawing {

    private final ControlSettings settings;
    private final String instrument;
    private final ControlMetric metric;
    private final List<InstrumentEvent> events;

    Drawing(ControlSettings settings, String instrument, ControlMetric metric, List<InstrumentEvent> events) {
        this.settings = settings;
        this.instrument = instrument;
        this.metric = metric;
        this.events = events;
    }

    /** @param runs the earliest first */
    ControlChart of(List<RunValue> runs) {
        List<ChartPoint> points = new ArrayList<>();
        for (List<RunValue> era : parts(runs, InstrumentEvent::newBaseline)) {
            points.addAll(era(era));
        }
        return new ControlChart(instrument, metric, points, state(points));
    }

    /** The runs between events, each part beginning with the first run after some. */
    private List<List<RunValue>> parts(List<RunValue> runs, Predicate<InstrumentEvent> counts) {
        List<List<RunValue>> parts = new ArrayList<>();
        long before = -1;
        for (RunValue run : runs) {
            long happened = events.stream()
                    .filter(counts)
                    .filter(event -> !event.day().isAfter(run.day()))
                    .count();
            if (happened != before) {
                parts.add(new ArrayList<>());
                before = happened;
            }
            parts.get(parts.size() - 1).add(run);
        }
        return parts;
    }

    private List<ChartPoint> era(List<RunValue> era) {
        int length = settings.window().length(era);
        Optional<Baseline> baseline = length < settings.least()
                ? Optional.empty()
                : Optional.of(Baseline.of(values(era.subList(0, length)))).filter(Baseline::hasSpread);
        List<ChartPoint> points = new ArrayList<>();
        for (List<RunValue> part : parts(era, event -> true)) {
            int inBaseline = length - points.size();
            points.addAll(baseline.isPresent() ? held(part, baseline.get(), inBaseline) : bare(part, inBaseline));
        }
        return points;
    }

    private static double[] values(List<RunValue> runs) {
        return runs.stream().mapToDouble(RunValue::value).toArray();
    }

    private static List<ChartPoint> bare(List<RunValue> runs, int inBaseline) {
        List<ChartPoint> points = new ArrayList<>();
        for (RunValue run : runs) {
            points.add(new ChartPoint(run, Optional.empty(), points.size() < inBaseline, Optional.empty(), List.of()));
        }
        return points;
    }

    private List<ChartPoint> held(List<RunValue> runs, Baseline baseline, int inBaseline) {
        double[] deviations = runs.stream()
                .mapToDouble(run -> baseline.deviation(run.value()))
                .toArray();
        Map<ControlRule, boolean[]> broken = new HashMap<>();
        settings.rules().forEach(rule -> broken.put(rule, rule.shape().in(deviations)));
        List<ChartPoint.Lines> lines = lines(deviations);
        List<ChartPoint> points = new ArrayList<>();
        for (int at = 0; at < deviations.length; at++) {
            points.add(new ChartPoint(
                    runs.get(at),
                    Optional.of(baseline),
                    at < inBaseline,
                    Optional.of(lines.get(at)),
                    violations(runs.get(at), broken, at)));
        }
        return points;
    }

    private List<ChartPoint.Lines> lines(double[] deviations) {
        double[] averages = settings.ewma().averages(deviations);
        double[] above = settings.cusum().above(deviations);
        double[] below = settings.cusum().below(deviations);
        List<ChartPoint.Lines> lines = new ArrayList<>();
        for (int at = 0; at < deviations.length; at++) {
            lines.add(new ChartPoint.Lines(averages[at], settings.ewma().limitAt(at), above[at], below[at]));
        }
        return lines;
    }

    private List<Violation> violations(RunValue run, Map<ControlRule, boolean[]> broken, int at) {
        return settings.rules().stream()
                .filter(rule -> broken.get(rule)[at])
                .map(rule -> new Violation(
                        instrument,
                        metric,
                        run.run(),
                        run.day(),
                        run.value(),
                        rule,
                        at == 0 || !broken.get(rule)[at - 1]))
                .toList();
    }

    private ChartState state(List<ChartPoint> points) {
        if (points.isEmpty() || points.get(points.size() - 1).baseline().isEmpty()) {
            return ChartState.NO_LIMITS;
        }
        Optional<Grade> worst = points.subList(Math.max(0, points.size() - settings.recent()), points.size()).stream()
                .flatMap(point -> point.grade().stream())
                .max(Grade::compareTo);
        return worst.map(grade -> grade == Grade.WARNING ? ChartState.WARNING : ChartState.OUT_OF_CONTROL)
                .orElse(ChartState.IN_CONTROL);
    }
}
