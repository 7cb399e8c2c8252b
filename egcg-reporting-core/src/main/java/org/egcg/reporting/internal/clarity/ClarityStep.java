package org.egcg.reporting.internal.clarity;

import java.util.Map;

/**
 * A step that was started.
 *
 * @param id such as {@code 24-1234}
 * @param programs the programs that it offers, with the links that start them
 */
public record ClarityStep(String id, Map<String, String> programs) {

    public ClarityStep {
        programs = Map.copyOf(programs);
    }
}
