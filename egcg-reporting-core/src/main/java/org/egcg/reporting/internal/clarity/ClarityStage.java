package org.egcg.reporting.internal.clarity;

/**
 * A stage of a workflow.
 *
 * @param uri the stage, as artifacts are routed to it
 * @param step the configuration of the step that is taken there; the last part of its path is also the queue's
 */
public record ClarityStage(String name, String uri, String step) {

    String queue() {
        return step.substring(step.lastIndexOf('/') + 1);
    }
}
