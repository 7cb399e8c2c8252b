package org.egcg.reporting.internal.clarity;

/**
 * What goes into a step.
 *
 * @param artifact its link
 * @param replicates how many times, 1 or more
 */
public record StepInput(String artifact, long replicates) {

    public StepInput {
        if (replicates < 1) {
            throw new IllegalArgumentException(artifact + ": " + replicates + " replicates");
        }
    }
}
