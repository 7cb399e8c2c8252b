package org.egcg.reporting.aggregation;

/**
 * What a recomputation has done.
 *
 * @param examined documents looked at, without those of an earlier, interrupted attempt
 * @param different documents whose stored aggregates were not what they should be
 */
public record RecomputationOutcome(long examined, long different) {
    RecomputationOutcome plus(RecomputationOutcome more) {
        return new RecomputationOutcome(examined + more.examined, different + more.different);
    }
}
