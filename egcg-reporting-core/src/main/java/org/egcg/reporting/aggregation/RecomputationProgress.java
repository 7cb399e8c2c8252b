package org.egcg.reporting.aggregation;

/** Listens to a long piece of work. Called by one thread at a time. */
@FunctionalInterface
public interface RecomputationProgress {

    RecomputationProgress IGNORED = (resource, done, total) -> {};

    /**
     * @param resource what is worked on
     * @param done how many of its documents are finished, those of an earlier, interrupted attempt included
     * @param total how many there were at the beginning
     */
    void reached(String resource, long done, long total);
}
