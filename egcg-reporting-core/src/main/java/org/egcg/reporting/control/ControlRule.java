package org.egcg.reporting.control;

import java.util.Objects;

/**
 * A rule that runs of an instrument keep as long as nothing changes.
 *
 * @param name such as {@code Westgard 1-3s}
 * @param sentence what breaks it, and what that speaks for
 */
public record ControlRule(String name, String sentence, Grade grade, Shape shape) {

    public ControlRule {
        Objects.requireNonNull(grade);
        Objects.requireNonNull(shape);
        if (name.isBlank() || !sentence.endsWith(".")) {
            throw new IllegalArgumentException("a rule has a name and a sentence: " + name);
        }
    }
}
