package org.egcg.reporting.web.chart;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.egcg.reporting.control.ChartPoint;
import org.egcg.reporting.control.ChartState;
import org.egcg.reporting.control.ControlChart;
import org.egcg.reporting.control.ControlMetric;
import org.egcg.reporting.control.ControlSettings;
import org.egcg.reporting.control.Violation;
import org.egcg.reporting.event.InstrumentEvent;
import org.egcg.reporting.web.table.Quantity;

/** What pages say of control charts. */
public final class ChartWord {

    private ChartWord() {}

    /** The class of the look of a state. */
    public static String style(ChartState state) {
        return switch (state) {
            case OUT_OF_CONTROL -> "fail";
            case WARNING -> "warn";
            case IN_CONTROL -> "pass";
            case NO_LIMITS -> "idle";
        };
    }

    /** The newest value with its unit; empty text if there is none. */
    public static String newest(ControlChart chart) {
        return chart.newest()
                .map(ChartPoint::run)
                .map(run -> value(chart, run.value()))
                .orElse("");
    }

    private static String value(ControlChart chart, double value) {
        int decimals = decimals(chart.metric());
        return Quantity.with(
                String.format(Locale.ROOT, "%,." + decimals + "f", value),
                chart.metric().unit());
    }

    /** How many decimals a value has: percentages one, as everywhere, unless they are small ones. */
    static int decimals(ControlMetric metric) {
        return metric.unit().equals("%") && metric.decimals() == 2 ? 1 : metric.decimals();
    }

    /** How many runs there are since the baseline was last begun. */
    private static long since(ControlChart chart, List<InstrumentEvent> events) {
        LocalDate begun = events.stream()
                .filter(InstrumentEvent::newBaseline)
                .map(InstrumentEvent::day)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        return chart.points().stream()
                .filter(point -> !point.run().day().isBefore(begun))
                .count();
    }

    private static String lacking(long runs, int least) {
        return runs < least
                ? "Limits appear once there are %d runs for a baseline: %d so far, %d missing."
                        .formatted(least, runs, least - runs)
                : "The runs that would make the baseline do not vary, or are too few.";
    }

    /** The names of the rules that the last runs break; empty text if they break none. */
    public static String rules(ControlChart chart, int runs) {
        return chart.recent(runs).stream()
                .map(violation -> violation.rule().name())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Why the chart is in its state, in sentences. */
    public static List<String> why(ControlChart chart, List<InstrumentEvent> events, ControlSettings settings) {
        if (chart.state() == ChartState.NO_LIMITS) {
            return List.of(lacking(since(chart, events), settings.least()));
        }
        return chart.recent(settings.recent()).stream()
                .collect(Collectors.toMap(
                        Violation::rule, violation -> violation, (newer, older) -> newer, java.util.LinkedHashMap::new))
                .values()
                .stream()
                .map(violation -> violation.rule().name() + ": "
                        + violation.rule().sentence() + " Last by run " + violation.run() + ".")
                .toList();
    }
}
