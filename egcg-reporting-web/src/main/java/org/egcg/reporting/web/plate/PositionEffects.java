package org.egcg.reporting.web.plate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * Whether the place of a well on a plate has to do with its value. Each row, each column and the edge is compared with all
 * other wells by the two-sided Mann-Whitney U test, which asks for no distribution; each p is multiplied by the number of
 * comparisons (Bonferroni). Places of fewer than four values, and those with fewer than eight beside them, are not compared.
 */
final class PositionEffects {

    private static final int LEAST_INSIDE = 4;
    private static final int LEAST_OUTSIDE = 8;
    private static final double SIGNIFICANT = 0.05;
    private static final int MOST = 3;
    private static final Median MEDIAN = Median.withDefaults();

    private final PlateSize size;
    private final Map<WellPosition, Double> values;
    private final List<Effect> compared = new ArrayList<>();

    /** @param values of the wells that have one */
    PositionEffects(PlateSize size, Map<WellPosition, Double> values) {
        this.size = size;
        this.values = values;
        for (int row = 0; row < size.rows(); row++) {
            int here = row;
            compare("Row " + WellPosition.letter(row), place -> place.row() == here);
        }
        for (int column = 0; column < size.columns(); column++) {
            int here = column;
            compare("Column " + (column + 1), place -> place.column() == here);
        }
        compare("The edge", this::isEdge);
    }

    private boolean isEdge(WellPosition place) {
        return place.row() == 0
                || place.column() == 0
                || place.row() == size.rows() - 1
                || place.column() == size.columns() - 1;
    }

    private void compare(String name, Predicate<WellPosition> which) {
        double[] inside = of(which);
        double[] outside = of(which.negate());
        if (inside.length >= LEAST_INSIDE && outside.length >= LEAST_OUTSIDE) {
            double p = MannWhitneyUTest.withDefaults().test(inside, outside).getPValue();
            compared.add(new Effect(name, MEDIAN.evaluate(inside), MEDIAN.evaluate(outside), p));
        }
    }

    private double[] of(Predicate<WellPosition> which) {
        return values.entrySet().stream()
                .filter(well -> which.test(well.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .toArray();
    }

    /** How many places were compared with the others. */
    int comparisons() {
        return compared.size();
    }

    /** What was found, the surest first and three at most, in sentences; a sentence that says so if nothing was. */
    List<String> sentences() {
        if (compared.isEmpty()) {
            return List.of("Too few values to look for effects of position.");
        }
        List<String> found = compared.stream()
                .filter(effect -> effect.corrected(compared.size()) < SIGNIFICANT)
                .sorted(Comparator.comparingDouble(Effect::p))
                .limit(MOST)
                .map(effect -> effect.sentence(compared.size()))
                .toList();
        return found.isEmpty() ? List.of("No row, no column and no edge differs from the other wells.") : found;
    }

    /** One place against all others. */
    private record Effect(String name, double median, double others, double p) {

        double corrected(int comparisons) {
            return Math.min(1, p * comparisons);
        }

        String sentence(int comparisons) {
            double corrected = corrected(comparisons);
            return name + " is " + difference() + " than the other wells (median "
                    + Metric.brief(median) + " against " + Metric.brief(others) + ", p "
                    + (corrected < 0.001 ? "< 0.001" : "= " + "%.3f".formatted(corrected)) + ").";
        }

        private String difference() {
            String way = median < others ? "lower" : "higher";
            return median == others || others == 0
                    ? way
                    : Metric.brief(Math.abs(100 * (median - others) / others)) + "% " + way;
        }
    }
}
