package org.egcg.reporting.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import org.egcg.reporting.control.Theory.Normal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Theory says what tables print, and the rules find changes when theory says. */
class TheoryTest {

    private static IntFunction<Normal> shifted(double mean) {
        return run -> new Normal(mean, 1);
    }

    /** Montgomery, Introduction to Statistical Quality Control, 7th edition, table 9.3: k = 1/2; two-sided at 0. */
    @ParameterizedTest
    @CsvSource({
        "4, 0, 168",
        "4, 0.5, 26.6",
        "4, 1, 8.38",
        "4, 2, 3.34",
        "5, 0, 465",
        "5, 0.5, 38.0",
        "5, 1, 10.4",
        "5, 2, 4.01"
    })
    void cusum(double limit, double shift, double printed) {
        double up = Theory.cusum(0.5, limit, shifted(shift)).average();
        double down = Theory.cusum(0.5, limit, shifted(-shift)).average();
        double both = shift == 0 ? 1 / (1 / up + 1 / down) : up;
        assertThat(both).isEqualTo(printed, within(printed * 0.02));
    }

    /** There, table 9.11, after Lucas and Saccucci 1990: each of these is wrong once in 500 runs. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 2.814, 0, 500",
        "0.1, 2.814, 1, 10.3",
        "0.2, 2.962, 0, 500",
        "0.2, 2.962, 1, 10.5",
        "0.2, 2.962, 2, 3.7",
        "0.4, 3.054, 0, 500",
        "0.4, 3.054, 1, 14.3"
    })
    void ewma(double weight, double limit, double shift, double printed) {
        assertThat(Theory.ewma(weight, limit, shifted(shift)).average()).isEqualTo(printed, within(printed * 0.02));
    }

    /** 1/p for a single limit: once in 370.4 runs, and after shifts of 1 and 2 in 43.9 and 6.3. */
    @ParameterizedTest
    @CsvSource({"0, 370.4", "1, 43.9", "2, 6.30", "3, 2.0"})
    void oneLimit(double shift, double printed) {
        assertThat(Theory.westgard(Set.of("1-3s"), shifted(shift)).average())
                .isEqualTo(printed, within(printed * 0.01));
    }

    /** Four hundred charts whose centre and spread are known: each rule is first broken when theory says, on average. */
    @ParameterizedTest
    @CsvSource({"0", "1", "-1.5", "2"})
    void theRulesDoAsTheorySays(double shift) {
        Cusum cusum = new Cusum(0.5, 5);
        double up = Theory.cusum(0.5, 5, shifted(Math.abs(shift))).average();
        agrees(cusum, shift, shift == 0 ? up / 2 : up);
        for (String rule : Set.of("1-3s", "2-2s", "R-4s", "4-1s", "10-x")) {
            double expected = Theory.westgard(Set.of(rule), shifted(shift)).average();
            if (expected < 2000) {
                agrees(KnownRules.WESTGARD.get(rule).shape(), shift, expected);
            }
        }
        agrees(
                new Ewma(0.2, 2.962),
                shift,
                Theory.ewma(0.2, 2.962, shifted(shift)).average());
    }

    /** The limits of the average are narrower at first, so that it is sooner by up to two runs. */
    private static void agrees(Shape shape, double shift, double expected) {
        int charts = 400;
        double[] found = DoubleStream.iterate(1, seed -> seed + 1)
                .limit(charts)
                .map(seed -> first(shape, shift, new Random((long) seed)))
                .toArray();
        double mean = DoubleStream.of(found).average().orElseThrow();
        double room = 3.3 * expected / Math.sqrt(charts) + (shape instanceof Ewma ? 0.06 * expected + 1 : 0.3);
        assertThat(mean).as(shape + " after " + shift).isEqualTo(expected, within(room));
    }

    private static int first(Shape shape, double shift, Random random) {
        long seed = random.nextLong();
        for (int length = 300; ; length *= 8) {
            Random same = new Random(seed);
            boolean[] broken = shape.in(DoubleStream.generate(() -> same.nextGaussian() + shift)
                    .limit(length)
                    .toArray());
            for (int at = 0; at < broken.length; at++) {
                if (broken[at]) {
                    return at + 1;
                }
            }
        }
    }

    /** Rules together are wrong at most as often as the sum of what each is. */
    @Test
    void allRulesOfWestgardTogetherAreNoMoreOftenWrongThanTheirSum() {
        double sum = Set.of("1-3s", "2-2s", "R-4s", "4-1s", "10-x").stream()
                .mapToDouble(
                        rule -> 1 / Theory.westgard(Set.of(rule), shifted(0)).average())
                .sum();
        double together = Theory.westgard(Set.of("1-3s", "2-2s", "R-4s", "4-1s", "10-x"), shifted(0))
                .average();
        assertThat(1 / together).isLessThan(sum);
    }

    @Test
    void theTableOfTheDocumentIsWhatTheorySays() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String rule : List.of("1-3s", "2-2s", "R-4s", "4-1s", "10-x")) {
            rows.add(row("Westgard " + rule, shift -> Theory.westgard(Set.of(rule), shifted(shift))
                    .average()));
        }
        rows.add(row("EWMA", shift -> Theory.ewma(0.2, 2.962, shifted(shift)).average()));
        rows.add(row("CUSUM", shift -> {
            double up = Theory.cusum(0.5, 5, shifted(shift)).average();
            return shift == 0 ? up / 2 : up;
        }));
        String document = Files.readString(Path.of("..", "docs", "metrics.md"));
        assertThat(rows.stream().filter(row -> !document.contains(row)).toList())
                .isEmpty();
    }

    private static String row(String rule, DoubleUnaryOperator average) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.1f | %.1f |",
                rule,
                average.applyAsDouble(0),
                average.applyAsDouble(1),
                average.applyAsDouble(2));
    }
}
