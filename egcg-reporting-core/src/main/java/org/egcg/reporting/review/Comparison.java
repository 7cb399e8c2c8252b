package org.egcg.reporting.review;

import java.util.Optional;

/** On which side of its threshold a metric has to stay. The threshold itself passes on both. */
public enum Comparison {
    AT_LEAST(">", "<") {
        @Override
        public boolean passes(double value, double threshold) {
            return value >= threshold;
        }
    },
    AT_MOST("<", ">") {
        @Override
        public boolean passes(double value, double threshold) {
            return value <= threshold;
        }
    };

    private final String sign;
    private final String failure;

    Comparison(String sign, String failure) {
        this.sign = sign;
        this.failure = failure;
    }

    /** Whether the value is on the good side; what is no number ({@code NaN}) never is. */
    public abstract boolean passes(double value, double threshold);

    /** How the thresholds file spells it: {@code >} for at least, {@code <} for at most. */
    public String sign() {
        return sign;
    }

    /** What a comment says between name and threshold if the metric missed it: the other sign. */
    public String failure() {
        return failure;
    }

    /** The comparison that is spelt so, if any is. */
    public static Optional<Comparison> spelt(String sign) {
        for (Comparison comparison : values()) {
            if (comparison.sign.equals(sign)) {
                return Optional.of(comparison);
            }
        }
        return Optional.empty();
    }
}
