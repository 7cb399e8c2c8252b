package org.egcg.reporting.control;

import java.util.LinkedHashMap;
import java.util.Map;
import org.egcg.reporting.control.LastRuns.Alternating;
import org.egcg.reporting.control.LastRuns.Apart;
import org.egcg.reporting.control.LastRuns.Beyond;
import org.egcg.reporting.control.LastRuns.Far;
import org.egcg.reporting.control.LastRuns.Near;
import org.egcg.reporting.control.LastRuns.Trend;

/**
 * The rules that have names: those of Westgard (Clinical Chemistry 27:493, 1981, and those added to them later) and the
 * eight tests of Nelson (Journal of Quality Technology 16:237, 1984). A spread is written s.
 */
final class KnownRules {

    private static final Map<Integer, String> NUMBERS =
            Map.of(6, "Six", 8, "Eight", 9, "Nine", 10, "Ten", 12, "Twelve");

    static final Map<String, ControlRule> WESTGARD = westgard();
    static final Map<String, ControlRule> NELSON = nelson();

    private KnownRules() {}

    private static Map<String, ControlRule> westgard() {
        Map<String, ControlRule> rules = new LinkedHashMap<>();
        put(
                rules,
                "1-2s",
                "One run lies more than 2 s from the centre: a warning, one run in 22 does so by chance.",
                1,
                1,
                2);
        put(
                rules,
                "1-3s",
                "One run lies more than 3 s from the centre: something went wrong with it, or has changed.",
                1,
                1,
                3);
        put(
                rules,
                "2-2s",
                "Two runs in a row lie more than 2 s from the centre on the same side: the level has changed.",
                2,
                2,
                2);
        put(
                rules,
                "2of3-2s",
                "Two of three runs lie more than 2 s from the centre on the same side: the level has changed.",
                2,
                3,
                2);
        rules.put(
                "R-4s",
                rule(
                        "Westgard R-4s",
                        "Two runs in a row lie more than 2 s from the centre on different sides, so more than 4 s apart: runs scatter more than before.",
                        new Apart(2)));
        put(
                rules,
                "3-1s",
                "Three runs in a row lie more than 1 s from the centre on the same side: the level has changed.",
                3,
                3,
                1);
        put(
                rules,
                "4-1s",
                "Four runs in a row lie more than 1 s from the centre on the same side: the level has changed a little.",
                4,
                4,
                1);
        for (int count : new int[] {6, 8, 9, 10, 12}) {
            put(
                    rules,
                    count + "-x",
                    NUMBERS.get(count)
                            + " runs in a row lie on the same side of the centre: the level has changed a little, and for long.",
                    count,
                    count,
                    0);
        }
        rules.put(
                "7-T", rule("Westgard 7-T", "Seven runs in a row rise, or fall: the instrument drifts.", new Trend(7)));
        return rules;
    }

    private static void put(Map<String, ControlRule> rules, String key, String sentence, int some, int of, double far) {
        Grade grade = key.equals("1-2s") ? Grade.WARNING : Grade.OUT_OF_CONTROL;
        rules.put(key, new ControlRule("Westgard " + key, sentence, grade, new Beyond(some, of, far)));
    }

    private static ControlRule rule(String name, String sentence, Shape shape) {
        return new ControlRule(name, sentence, Grade.OUT_OF_CONTROL, shape);
    }

    private static Map<String, ControlRule> nelson() {
        Map<String, ControlRule> rules = new LinkedHashMap<>();
        nelson(
                rules,
                "One run lies more than 3 s from the centre: something went wrong with it, or has changed.",
                new Beyond(1, 1, 3));
        nelson(
                rules,
                "Nine runs in a row lie on the same side of the centre: the level has changed.",
                new Beyond(9, 9, 0));
        nelson(rules, "Six runs in a row rise, or fall: the instrument drifts.", new Trend(6));
        nelson(
                rules,
                "Fourteen runs in a row go up and down by turns: two things alternate, such as sides or operators.",
                new Alternating(14));
        nelson(
                rules,
                "Two of three runs lie more than 2 s from the centre on the same side: the level has changed.",
                new Beyond(2, 3, 2));
        nelson(
                rules,
                "Four of five runs lie more than 1 s from the centre on the same side: the level has changed a little.",
                new Beyond(4, 5, 1));
        nelson(
                rules,
                "Fifteen runs in a row lie within 1 s of the centre: runs scatter less than before, so that the limits are too wide.",
                new Near(15, 1));
        nelson(
                rules,
                "Eight runs in a row lie more than 1 s from the centre, on either side: runs of two kinds are mixed.",
                new Far(8, 1));
        return rules;
    }

    private static void nelson(Map<String, ControlRule> rules, String sentence, Shape shape) {
        String number = String.valueOf(rules.size() + 1);
        rules.put(number, rule("Nelson " + number, sentence, shape));
    }

    static ControlRule of(Ewma shape) {
        return rule(
                "EWMA",
                "The moving average, in which the newest run weighs " + shape.weight()
                        + ", lies outside its limits: the level has changed a little, or drifts.",
                shape);
    }

    static ControlRule of(Cusum shape) {
        return rule(
                "CUSUM",
                "What runs lie beyond " + shape.slack() + " s from the centre adds up to more than " + shape.limit()
                        + " s: the level has changed a little, or drifts.",
                shape);
    }
}
