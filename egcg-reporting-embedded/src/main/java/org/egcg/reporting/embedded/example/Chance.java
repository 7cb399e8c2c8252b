package org.egcg.reporting.embedded.example;

import java.util.Random;

/** Numbers that scatter as measurements do, the same ones for the same seed. */
final class Chance {

    private static final double WIDEST = 2.2;
    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final Random random;

    Chance(String seed) {
        this.random = new Random(seed.hashCode());
    }

    /** A number around a middle; none is further away than {@value #WIDEST} times the spread. */
    double about(double middle, double spread) {
        return middle + spread * Math.max(-WIDEST, Math.min(WIDEST, random.nextGaussian()));
    }

    long count(double middle, double relativeSpread) {
        return Math.max(0, Math.round(about(middle, middle * relativeSpread)));
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    String signs(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }
}
