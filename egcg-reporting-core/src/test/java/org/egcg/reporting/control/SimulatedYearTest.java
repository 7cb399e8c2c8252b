package org.egcg.reporting.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.types.ObjectId;
import org.egcg.reporting.control.Theory.Normal;
import org.egcg.reporting.event.EventKind;
import org.egcg.reporting.event.InstrumentEvent;
import org.egcg.reporting.yaml.Section;
import org.junit.jupiter.api.Test;

/**
 * A year of five instruments with 240 runs each, and six changes in it, under the settings that the library brings along.
 * Theory is asked with the limits that the instrument really has, which thirty runs never tell exactly.
 */
class SimulatedYearTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "metrics.md");
    private static final int RUNS = 240;
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final double SURE = 0.95;

    private final ControlSettings settings = packaged();

    private static ControlSettings packaged() {
        try {
            return ControlFile.read(
                    Section.read(ControlFile.FILE, Files.readString(Path.of("..", "etc", ControlFile.FILE))),
                    path -> true);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /**
     * A change.
     *
     * @param at the first run that is changed
     * @param until the first one that is not any more
     * @param change what runs are like so many runs after it, in units of the true spread
     */
    private record Planted(String instrument, String words, int at, int until, IntFunction<Normal> change) {}

    private static final List<Planted> PLANTED = List.of(
            new Planted("A", "shift of 2 s", 120, RUNS, after -> new Normal(2, 1)),
            new Planted("B", "shift of −1 s, undone by a service", 90, 150, after -> new Normal(-1, 1)),
            new Planted("B", "shift of 1.5 s, after the service", 200, RUNS, after -> new Normal(1.5, 1)),
            new Planted("C", "drift of 0.04 s per run", 100, RUNS, after -> new Normal(0.04 * (after + 1), 1)),
            new Planted("D", "shift of −4 s", 160, RUNS, after -> new Normal(-4, 1)),
            new Planted("E", "spread three times as wide", 140, RUNS, after -> new Normal(0, 3)));

    private static final List<InstrumentEvent> EVENTS = List.of(new InstrumentEvent(
            new ObjectId(),
            "B",
            EventKind.SERVICE,
            day(150),
            "mirror adjusted",
            true,
            "ann",
            Instant.EPOCH,
            Optional.empty()));

    private static LocalDate day(int run) {
        return FIRST.plusDays(run * 365L / RUNS);
    }

    private static Optional<Planted> planted(String instrument, int run) {
        return PLANTED.stream()
                .filter(each -> each.instrument().equals(instrument) && run >= each.at() && run < each.until())
                .findFirst();
    }

    private ControlChart chart(String instrument) {
        Random random = new Random(2025 + instrument.charAt(0));
        List<RunValue> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            int number = run;
            Normal now = planted(instrument, run)
                    .map(each -> each.change().apply(number - each.at()))
                    .orElse(new Normal(0, 1));
            double value = 90 + 0.8 * (now.mean() + now.deviation() * random.nextGaussian());
            runs.add(new RunValue(instrument + run, day(run), Optional.empty(), false, value));
        }
        List<InstrumentEvent> own = EVENTS.stream()
                .filter(event -> event.instrument().equals(instrument))
                .toList();
        return new Drawing(settings, instrument, settings.metrics().get(0), own).of(runs);
    }

    /** What deviations from a baseline are like if the truth is like this. */
    private static Normal seen(Normal truth, Baseline baseline) {
        double centre = (baseline.centre() - 90) / 0.8;
        double spread = baseline.spread() / 0.8;
        return new Normal((truth.mean() - centre) / spread, truth.deviation() / spread);
    }

    private static Map<String, Theory> theories(IntFunction<Normal> runs) {
        IntFunction<Normal> mirrored =
                run -> new Normal(-runs.apply(run).mean(), runs.apply(run).deviation());
        return Map.of(
                "CUSUM", Theory.cusum(0.5, 5, runs),
                "CUSUM below", Theory.cusum(0.5, 5, mirrored),
                "EWMA", Theory.ewma(0.2, 2.962, runs),
                "Westgard", Theory.westgard(java.util.Set.of("1-3s", "2-2s", "R-4s", "4-1s", "10-x"), runs));
    }

    private static int index(Violation violation) {
        return Integer.parseInt(violation.run().substring(1));
    }

    private static List<Violation> alarms(ControlChart chart) {
        return chart.violations().stream()
                .filter(Violation::first)
                .filter(violation -> violation.rule().grade() == Grade.OUT_OF_CONTROL)
                .toList();
    }

    @Test
    void eachChangeIsFoundWithinTheRunsThatTheorySays() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Planted change : PLANTED) {
            ControlChart chart = chart(change.instrument());
            Baseline baseline = chart.points().get(change.at()).baseline().orElseThrow();
            Map<String, Theory> theories =
                    theories(after -> seen(change.change().apply(after), baseline));
            double average = theories.values().stream()
                    .mapToDouble(Theory::average)
                    .min()
                    .orElseThrow();
            int enough = theories.values().stream()
                    .mapToInt(each -> each.enoughFor(SURE))
                    .min()
                    .orElseThrow();
            Violation found = alarms(chart).stream()
                    .filter(violation -> index(violation) >= change.at() && index(violation) < change.until())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(change + " was not found"));
            int after = index(found) - change.at() + 1;
            assertThat(after)
                    .as(change.words() + " found by " + found.rule().name())
                    .isLessThanOrEqualTo(enough);
            rows.add(String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %d (%s) | %.1f | %d |",
                    change.instrument(),
                    change.words(),
                    change.at() + 1,
                    after,
                    found.rule().name(),
                    average,
                    enough));
        }
        assertThat(missing(rows)).isEmpty();
    }

    /** What the document does not say. */
    private static List<String> missing(List<String> sentences) throws IOException {
        String document = Files.readString(DOCUMENT).replaceAll("\\s+", " ");
        return sentences.stream()
                .filter(sentence -> !document.contains(sentence))
                .toList();
    }

    @Test
    void falseAlarmsAreNotMoreThanTheorySays() throws IOException {
        double expected = 0;
        long alarms = 0;
        long unchanged = 0;
        for (String instrument : List.of("A", "B", "C", "D", "E")) {
            ControlChart chart = chart(instrument);
            alarms += alarms(chart).stream()
                    .filter(violation -> isQuiet(instrument, index(violation)))
                    .count();
            for (ChartPoint point : chart.points()) {
                if (isQuiet(instrument, Integer.parseInt(point.run().run().substring(1)))) {
                    unchanged++;
                }
            }
            for (Map.Entry<Baseline, List<ChartPoint>> era : eras(chart).entrySet()) {
                long runs = era.getValue().stream()
                        .filter(point -> isQuiet(
                                instrument, Integer.parseInt(point.run().run().substring(1))))
                        .count();
                Map<String, Theory> theories = theories(after -> seen(new Normal(0, 1), era.getKey()));
                expected += runs
                        * theories.values().stream()
                                .mapToDouble(each -> 1 / each.average())
                                .sum();
            }
        }
        String row = String.format(
                Locale.ROOT,
                "%d false alarms in %d unchanged runs, where theory says %.1f",
                alarms,
                unchanged,
                expected);
        assertThat((double) alarms).isLessThanOrEqualTo(expected + 2 * Math.sqrt(expected));
        assertThat(missing(List.of(row))).isEmpty();
    }

    private static Map<Baseline, List<ChartPoint>> eras(ControlChart chart) {
        return chart.points().stream().collect(java.util.stream.Collectors.groupingBy(point -> point.baseline()
                .orElseThrow()));
    }

    /** Not while something is changed; the sums take a while to come down, so that later runs do not count either. */
    private static boolean isQuiet(String instrument, int run) {
        return IntStream.rangeClosed(0, run)
                .noneMatch(
                        earlier -> planted(instrument, earlier).isPresent() && (!instrument.equals("B") || run < 150));
    }
}
