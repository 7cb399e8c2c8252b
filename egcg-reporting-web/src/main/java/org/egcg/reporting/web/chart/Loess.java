package org.egcg.reporting.web.chart;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Local regression (Cleveland 1979): through the nearest points of each place a straight line is laid, near ones weighing
 * more by the tricube of their distance, without passes for robustness. Several points may stand at one place, which
 * libraries refuse; where all points of a window do, their mean is taken.
 */
public final class Loess {

    private static final int LINE = 2;

    private final double[] x;
    private final double[] y;
    private final int window;

    private Loess(double[] x, double[] y, int window) {
        this.x = x;
        this.y = y;
        this.window = window;
    }

    /**
     * Fits a value at each place that has a point.
     *
     * @param x the places, ascending
     * @param y a value for each
     * @param span the share of the points that a window holds; widened so that a line can be laid at all
     */
    public static SortedMap<Double, Double> fit(double[] x, double[] y, double span) {
        TreeMap<Double, Double> fitted = new TreeMap<>();
        double[] places = Arrays.stream(x).distinct().toArray();
        double share = Math.min(1, Math.max(span, (double) LINE / Math.max(1, places.length)));
        Loess loess = new Loess(x, y, Math.min(x.length, Math.max(1, (int) Math.floor(share * x.length))));
        int left = 0;
        for (double place : places) {
            left = loess.nearest(place, left);
            fitted.put(place, loess.at(place, left));
        }
        return fitted;
    }

    /** Moves the window on while the next point to its right is nearer than its first. */
    private int nearest(double place, int from) {
        int left = from;
        while (left + window < x.length && x[left + window] - place < place - x[left]) {
            left++;
        }
        return left;
    }

    private double at(double place, int left) {
        int right = left + window - 1;
        double reach = Math.max(place - x[left], x[right] - place);
        Line line = new Line();
        for (int i = left; i <= right; i++) {
            line.add(x[i] - place, y[i], reach == 0 ? 1 : tricube(Math.abs(x[i] - place) / reach));
        }
        return line.atZero();
    }

    private static double tricube(double distance) {
        double rest = 1 - distance * distance * distance;
        return rest <= 0 ? 0 : rest * rest * rest;
    }

    /** A straight line through weighted points, by least squares. */
    private static final class Line {
        private double weights;
        private double sumX;
        private double sumY;
        private double sumXx;
        private double sumXy;

        void add(double x, double y, double weight) {
            weights += weight;
            sumX += weight * x;
            sumY += weight * y;
            sumXx += weight * x * x;
            sumXy += weight * x * y;
        }

        double atZero() {
            double meanX = sumX / weights;
            double meanY = sumY / weights;
            double spread = sumXx / weights - meanX * meanX;
            boolean flat = spread <= 1e-12 * (sumXx / weights);
            return flat ? meanY : meanY - (sumXy / weights - meanX * meanY) / spread * meanX;
        }
    }
}
