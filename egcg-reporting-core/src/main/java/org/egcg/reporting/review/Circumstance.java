package org.egcg.reporting.review;

import java.util.Arrays;
import java.util.Optional;

/**
 * On what a limit may depend. The order is that of how specific a limit is: of two limits that hold for the same thing,
 * the one that names the first of these which the other does not name wins.
 */
public enum Circumstance {
    PROJECT("project", 64),
    KIND("kind", 32),
    SPECIES("species", 16),
    LIBRARY_TYPE("library_type", 8),
    FLOW_CELL("flow_cell", 4),
    READS("reads", 2),
    INSTRUMENT("instrument", 1);

    private final String key;
    private final int weight;

    Circumstance(String key, int weight) {
        this.key = key;
        this.weight = weight;
    }

    /** How the thresholds file spells it. */
    public String key() {
        return key;
    }

    /** More than that of all which come after it together. */
    int weight() {
        return weight;
    }

    /** In words, such as {@code flow cell}. */
    public String words() {
        return key.replace('_', ' ');
    }

    /** The one that is spelt so, if any is. */
    public static Optional<Circumstance> spelt(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }
}
