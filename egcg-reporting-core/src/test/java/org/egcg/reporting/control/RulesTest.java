package org.egcg.reporting.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

    /**
     * Runs, the rules that the last of them breaks, and no others. The rules are as
     * <a href="https://westgard.com/mltirule.htm">"Westgard Rules" and Multirules</a> words them; the runs are made for this.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.1 2.1                                     | 1-2s
            -2.1                                        | 1-2s
            3.1                                         | 1-2s 1-3s
            0 2.1 2.2                                   | 1-2s 2-2s 2of3-2s
            -2.1 2.2                                    | 1-2s R-4s
            -2.1 0 2.2                                  | 1-2s
            2.1 0 2.2                                   | 1-2s 2of3-2s
            2.1 2.2 0                                   |
            1.1 1.2 1.1                                 | 3-1s
            1.1 1.2 1.1 1.3                             | 3-1s 4-1s
            1.1 1.2 0.9 1.3                             |
            .1 .2 .1 .3 .1 .1                           | 6-x
            -.1 -.2 -.1 -.3 -.1 -.1 -.1 -.2             | 6-x 8-x
            .1 .2 .1 .3 .1 .1 .1 .3 .1 .2               | 6-x 8-x 9-x 10-x
            .1 .2 .1 .3 .1 .1 .1 .3 .1 .2 .1 .1         | 6-x 8-x 9-x 10-x 12-x
            .1 .2 .1 .3 .1 -.1 .1 .3 .1 .2              |
            -.6 -.5 -.4 -.3 .2 .3 .4                    | 7-T
            .4 .3 .2 .1 -.1 -.2 -.3                     | 7-T
            .4 .3 .2 .1 .1 -.2 -.3                      |
            """)
    void westgard(String runs, String broken) {
        assertThat(broken(KnownRules.WESTGARD, runs)).isEqualTo(broken == null ? "" : broken);
    }

    /** The same for the eight tests of Nelson, Journal of Quality Technology 16:237, 1984; the runs are made for this, too. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -3.1                                        | 1
            3.0                                         |
            .1 .2 .1 .3 .1 .1 .1 .3 .1                  | 2
            -.1 .2 .1 .3 .1 .1 .1 .3 .1                 |
            .1 .2 .3 .4 .5 .6                           | 3
            -.9 .2 .3 .4 .5 .6                          | 3
            .1 .2 .3 .4 .4 .6                           |
            .1 -.1 .2 -.2 .1 -.1 .2 -.2 .1 -.1 .2 -.2 .1 -.1 | 4
            .1 -.1 -.2 -.2 .1 -.1 .2 -.2 .1 -.1 .2 -.2 .1 -.1 |
            2.1 .1 2.1                                  | 5
            -2.1 .1 2.1                                 |
            1.1 1.2 -.1 1.2 1.3                         | 6
            1.1 1.2 -.1 1.2 .3                          |
            .9 -.9 .9 .1 -.9 .9 -.5 -.9 .9 -.1 .2 .9 -.9 .9 .1 | 7
            .9 -.9 .9 .1 -1.1 .9 -.5 -.9 .9 -.1 .2 .9 -.9 .9 .1 |
            1.1 -1.2 1.1 1.2 -1.1 1.1 -1.1 1.5          | 8
            1.1 -1.2 1.1 .9 -1.1 1.1 -1.1 1.5           |
            """)
    void nelson(String runs, String broken) {
        assertThat(broken(KnownRules.NELSON, runs)).isEqualTo(broken == null ? "" : broken);
    }

    private static String broken(java.util.Map<String, ControlRule> rules, String runs) {
        double[] deviations =
                Arrays.stream(runs.split(" ")).mapToDouble(Double::parseDouble).toArray();
        List<String> names = new ArrayList<>();
        rules.forEach((key, rule) -> {
            if (rule.shape().in(deviations)[deviations.length - 1]) {
                names.add(key);
            }
        });
        return String.join(" ", names);
    }

    /** Written down anew, in another way: by a text of letters for where each run lies, and patterns over it. */
    @Test
    void anotherWayToFindThemFindsTheSame() {
        double[] deviations = new double[20_000];
        Random random = new Random(7);
        Arrays.setAll(deviations, at -> 1.4 * random.nextGaussian());
        same("1-2s", deviations, "[ABVZ]$");
        same("1-3s", deviations, "[AZ]$");
        same("2-2s", deviations, "([AB]{2}|[YZV]{2})$".replace("YZV", "VZ"));
        same("2of3-2s", deviations, "([AB].?[AB]|[VZ].?[VZ])$");
        same("R-4s", deviations, "([AB][VZ]|[VZ][AB])$");
        same("4-1s", deviations, "([ABC]{4}|[XVZ]{4})$");
        same("10-x", deviations, "([ABCD]{10}|[WXVZ]{10})$");
    }

    /** From above to below: A beyond 3, B beyond 2, C beyond 1, D; W, X, V, Z the same below. */
    private static char letter(double deviation) {
        String letters = deviation > 0 ? "DCBA" : "WXVZ";
        return letters.charAt((int) Math.min(3, Math.floor(Math.abs(deviation))));
    }

    private static void same(String rule, double[] deviations, String pattern) {
        StringBuilder text = new StringBuilder();
        DoubleStream.of(deviations).forEach(each -> text.append(letter(each)));
        java.util.regex.Pattern ends = java.util.regex.Pattern.compile(pattern);
        boolean[] found = KnownRules.WESTGARD.get(rule).shape().in(deviations);
        int[] other = IntStream.range(0, deviations.length)
                .filter(at -> ends.matcher(text.substring(Math.max(0, at - 11), at + 1))
                        .find())
                .toArray();
        assertThat(IntStream.range(0, found.length).filter(at -> found[at]).toArray())
                .as(rule)
                .isNotEmpty()
                .isEqualTo(other);
    }

    @Test
    void everyRuleHasASentenceForPeople() {
        List<ControlRule> all = new ArrayList<>(KnownRules.WESTGARD.values());
        all.addAll(KnownRules.NELSON.values());
        all.add(KnownRules.of(new Ewma(0.2, 3)));
        all.add(KnownRules.of(new Cusum(0.5, 5, Double.POSITIVE_INFINITY)));
        assertThat(all).hasSize(13 + 8 + 2).allSatisfy(rule -> assertThat(rule.sentence())
                .matches("[A-Z].+: .+\\."));
        assertThat(all).extracting(ControlRule::name).doesNotHaveDuplicates();
    }
}
