package org.egcg.reporting.web.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.egcg.reporting.control.ChartPoint;
import org.egcg.reporting.control.ChartState;
import org.egcg.reporting.control.ControlChart;
import org.egcg.reporting.control.ControlMetric;
import org.egcg.reporting.control.ControlSettings;
import org.egcg.reporting.control.Violation;
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

    /** The names of the rules that the last runs break; empty text if they break none. */
    public static String rules(ControlChart chart, int runs) {
        return chart.recent(runs).stream()
                .map(violation -> violation.rule().name())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Why the chart is in its state, in sentences. */
    public static List<String> why(ControlChart chart, ControlSettings settings) {
        if (chart.state() == ChartState.NO_LIMITS) {
            return List.of("There are fewer than " + settings.least()
                    + " runs for a baseline since it was last begun, or they do not vary.");
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
