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

    /**
     * One sum alone. Waldmann, Technometrics 28:61, 1986, tables 1, 3 and 5; Vance, Journal of Quality Technology 18:189, 1986,
     * table 1; the last one of the manual of SAS/QC. All as the examples of {@code xcusum.arl} of the R package {@code spc}
     * cite them.
     */
    @ParameterizedTest
    @CsvSource({
        "0.5, 3, -0.5, 1963",
        "0.5, 3, 0, 117.4",
        "0.5, 3, 0.5, 17.35",
        "0, 10, 0, 124.66",
        "0, 10, 0.25, 36.71",
        "0, 10, 0.5, 20.37",
        "0, 10, 1, 10.75",
        "0.25, 8, 2.5, 4.1500836225"
    })
    void cusumOfOneSide(double slack, double limit, double shift, double printed) {
        assertThat(Theory.cusum(slack, limit, shifted(shift)).average()).isEqualTo(printed, within(printed * 0.005));
    }

    /**
     * Both sums with k = 1/2. With h = 4 Lucas and Crosier, Technometrics 24:199, 1982, table 1, as {@code xcusum.arl} of the
     * R package {@code spc} cites it; with h = 5 Montgomery, Introduction to Statistical Quality Control, 7th edition, 9.1.
     */
    @ParameterizedTest
    @CsvSource({
        "4, 0, 168",
        "4, 0.25, 74.2",
        "4, 0.5, 26.6",
        "4, 0.75, 13.3",
        "4, 1, 8.38",
        "4, 1.5, 4.75",
        "4, 2, 3.34",
        "4, 3, 2.19",
        "4, 5, 1.31",
        "5, 0, 465",
        "5, 1, 10.4"
    })
    void cusum(double limit, double shift, double printed) {
        double up = Theory.cusum(0.5, limit, shifted(shift)).average();
        double down = Theory.cusum(0.5, limit, shifted(-shift)).average();
        assertThat(1 / (1 / up + 1 / down)).isEqualTo(printed, within(printed * 0.005));
    }

    /**
     * Lucas and Saccucci, Technometrics 32:1, 1990, table 3, and Crowder, Technometrics 29:401, 1987, table 1, as
     * {@code xewma.arl} of the R package {@code spc} cites them; with 0.25 and 3 the function {@code EWMAARL} of SAS/QC. Those
     * of which only the first number is given are made to be wrong once in 500 runs.
     */
    @ParameterizedTest
    @CsvSource({
        "0.5, 3.071, 0, 500",
        "0.5, 3.071, 0.25, 255",
        "0.5, 3.071, 0.5, 88.8",
        "0.5, 3.071, 1, 17.5",
        "0.5, 3.071, 2, 3.63",
        "0.5, 3.071, 4, 1.34",
        "0.03, 2.437, 0, 500",
        "0.03, 2.437, 0.25, 76.7",
        "0.03, 2.437, 1, 12.6",
        "0.03, 2.437, 2, 5.99",
        "0.05, 2, 0, 127.53",
        "0.05, 2, 1, 8.38",
        "0.05, 2, 2, 4.04",
        "0.25, 3, 0.5, 48.453",
        "0.25, 3, 1, 11.1543",
        "0.25, 3, 2, 3.61677",
        "0.4, 3.054, 0, 500",
        "0.2, 2.962, 0, 500",
        "0.1, 2.814, 0, 500"
    })
    void ewma(double weight, double limit, double shift, double printed) {
        assertThat(Theory.ewma(weight, limit, shifted(shift)).average()).isEqualTo(printed, within(printed * 0.01));
    }

    /**
     * Champ and Woodall, Technometrics 29:393, 1987, table 1, as {@code xshewhartrunsrules.arl} of the R package {@code spc}
     * cites it: beyond 3 s; the same or eight in a row on one side.
     */
    @ParameterizedTest
    @CsvSource({
        "0, 370.40, 152.73",
        "0.2, 308.43, 110.52",
        "0.6, 119.67, 33.64",
        "1, 43.89, 14.58",
        "1.4, 18.25, 8.60",
        "2, 6.30, 4.89",
        "3, 2.00, 1.99"
    })
    void oneLimitAndEightOnOneSide(double shift, double limit, double withEight) {
        assertThat(Theory.westgard(Set.of("1-3s"), shifted(shift)).average()).isEqualTo(limit, within(0.006));
        assertThat(Theory.westgard(Set.of("1-3s", "8-x"), shifted(shift)).average())
                .isEqualTo(withEight, within(0.006));
    }

    /** The same table: one beyond 3 s with two of three beyond 2 s, with four of five beyond 1 s, with eight on one side. */
    @ParameterizedTest
    @CsvSource({"0, 225.44, 166.05, 152.73", "1, 20.01, 12.66, 14.58", "2, 3.65, 3.68, 4.89"})
    void rulesTogetherBreakWhenTheTableSays(double shift, double twoOfThree, double fourOfFive, double eight) {
        Shape limit = KnownRules.NELSON.get("1").shape();
        agrees(List.of(limit, KnownRules.NELSON.get("5").shape()), shift, twoOfThree);
        agrees(List.of(limit, KnownRules.NELSON.get("6").shape()), shift, fourOfFive);
        agrees(List.of(limit, KnownRules.WESTGARD.get("8-x").shape()), shift, eight);
    }

    /** Four hundred charts whose centre and spread are known: each rule is first broken when theory says, on average. */
    @ParameterizedTest
    @CsvSource({"0", "1", "-1.5", "2"})
    void theRulesDoAsTheorySays(double shift) {
        Cusum cusum = new Cusum(0.5, 5, Double.POSITIVE_INFINITY);
        double up = Theory.cusum(0.5, 5, shifted(Math.abs(shift))).average();
        agrees(List.of(cusum), shift, shift == 0 ? up / 2 : up);
        for (String rule : Set.of("1-3s", "2-2s", "R-4s", "4-1s", "10-x")) {
            double expected = Theory.westgard(Set.of(rule), shifted(shift)).average();
            if (expected < 2000) {
                agrees(List.of(KnownRules.WESTGARD.get(rule).shape()), shift, expected);
            }
        }
        agrees(
                List.of(new Ewma(0.2, 2.962)),
                shift,
                Theory.ewma(0.2, 2.962, shifted(shift)).average());
    }

    /** The limits of the average are narrower at first, so that it is sooner by up to two runs. */
    private static void agrees(List<Shape> any, double shift, double expected) {
        int charts = 400;
        double[] found = DoubleStream.iterate(1, seed -> seed + 1)
                .limit(charts)
                .map(seed -> first(any, shift, new Random((long) seed)))
                .toArray();
        double mean = DoubleStream.of(found).average().orElseThrow();
        double room = 3.3 * expected / Math.sqrt(charts) + (any.get(0) instanceof Ewma ? 0.06 * expected + 1 : 0.3);
        assertThat(mean).as(any + " after " + shift).isEqualTo(expected, within(room));
    }

    private static int first(List<Shape> any, double shift, Random random) {
        long seed = random.nextLong();
        for (int length = 300; ; length *= 8) {
            Random same = new Random(seed);
            double[] runs = DoubleStream.generate(() -> same.nextGaussian() + shift)
                    .limit(length)
                    .toArray();
            List<boolean[]> broken = any.stream().map(shape -> shape.in(runs)).toList();
            for (int at = 0; at < length; at++) {
                int run = at;
                if (broken.stream().anyMatch(each -> each[run])) {
                    return run + 1;
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
