package org.egcg.reporting.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.egcg.reporting.control.ChartPoint;
import org.egcg.reporting.control.ControlChart;
import org.egcg.reporting.control.Grade;

/**
 * A control chart as small as a word: the last runs as a line, the limits as a band, and a sign at each run that breaks a
 * rule. Coordinates are those of a drawing of {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param line the runs, as SVG writes points
 * @param top of the band between three spreads below and above the centre; empty text if there is none
 * @param bottom the same
 * @param centre where the centre is
 */
public record Sparkline(String line, String top, String bottom, String centre, List<Sign> signs) {

    public static final int WIDTH = 150;
    public static final int HEIGHT = 40;

    private static final int RUNS = 40;
    private static final double EDGE = 4;
    private static final double SIGMAS = 3;

    /** What lies further out stands at the edge. */
    private static final double FAR = 5;

    /**
     * A run that stands out.
     *
     * @param style the class of its look
     */
    public record Sign(String x, String y, String style) {}

    /**
     * Of the last forty runs.
     *
     * @param recent how many of them say in which state the instrument is; signs of earlier ones are quiet
     */
    public static Sparkline of(ControlChart chart, int recent) {
        List<ChartPoint> all = chart.points();
        List<ChartPoint> last = all.subList(Math.max(0, all.size() - RUNS), all.size());
        return new Frame(last).drawn(last.size() - recent);
    }

    /** The height of the band. */
    public String band() {
        return top.isEmpty() ? "" : text(Double.parseDouble(bottom) - Double.parseDouble(top));
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /** What fits the runs and their limits into the drawing. */
    private static final class Frame {
        private final List<ChartPoint> runs;
        private final double low;
        private final double high;

        private Frame(List<ChartPoint> runs) {
            this.runs = runs;
            double[] drawn = DoubleStream.concat(
                            runs.stream().mapToDouble(point -> point.run().value()),
                            DoubleStream.of(-SIGMAS, SIGMAS).flatMap(this::limit))
                    .toArray();
            this.low = DoubleStream.concat(
                            DoubleStream.of(DoubleStream.of(drawn).min().orElse(0)), limit(-FAR))
                    .max()
                    .orElse(0);
            this.high = DoubleStream.concat(
                            DoubleStream.of(DoubleStream.of(drawn).max().orElse(1)), limit(FAR))
                    .min()
                    .orElse(1);
        }

        private DoubleStream limit(double deviation) {
            return runs.isEmpty()
                    ? DoubleStream.empty()
                    : runs.get(runs.size() - 1).baseline().stream().mapToDouble(each -> each.at(deviation));
        }

        private String x(int run) {
            double step = runs.size() < 2 ? 0 : (WIDTH - 2 * EDGE) / (runs.size() - 1);
            return text(EDGE + run * step);
        }

        private String y(double value) {
            double part = high > low ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 0.5;
            return text(HEIGHT - EDGE - part * (HEIGHT - 2 * EDGE));
        }

        private Sparkline drawn(int before) {
            List<String> points = new ArrayList<>();
            List<Sign> signs = new ArrayList<>();
            for (int at = 0; at < runs.size(); at++) {
                String x = x(at);
                String y = y(runs.get(at).run().value());
                points.add(x + "," + y);
                boolean quiet = at < before;
                runs.get(at).grade().ifPresent(grade -> signs.add(new Sign(x, y, quiet ? "before" : style(grade))));
            }
            return new Sparkline(
                    points.stream().collect(Collectors.joining(" ")),
                    at(SIGMAS),
                    at(-SIGMAS),
                    at(0),
                    List.copyOf(signs));
        }

        private static String style(Grade grade) {
            return grade == Grade.WARNING ? "warn" : "fail";
        }

        private String at(double deviation) {
            OptionalDouble value = limit(deviation).findFirst();
            return value.isPresent() ? y(value.getAsDouble()) : "";
        }
    }
}
