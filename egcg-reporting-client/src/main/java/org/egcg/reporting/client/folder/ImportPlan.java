package org.egcg.reporting.client.folder;

import java.util.List;

/**
 * What an import would do to the documents of one run. Immutable.
 *
 * @param runId the run's id
 * @param steps one for each resource, in the order in which they are carried out
 */
public record ImportPlan(String runId, List<ImportStep> steps) {

    public ImportPlan {
        steps = List.copyOf(steps);
    }

    /** Whether the service has all of it already. */
    public boolean isEmpty() {
        return steps.stream().allMatch(ImportStep::isEmpty);
    }

    /** How many documents are to be stored or changed. */
    public int size() {
        return steps.stream()
                .mapToInt(step -> step.posts().size() + step.patches().size())
                .sum();
    }
}
