package org.egcg.reporting.internal.clarity;

import java.util.Map;

/**
 * What Clarity knows of the samples asked for.
 *
 * @param samples by the name asked for, where exactly one sample answers to it
 * @param hits how many samples answered in all
 */
public record FoundSamples(Map<String, ClaritySample> samples, int hits) {

    static final FoundSamples NOTHING = new FoundSamples(Map.of(), 0);

    public FoundSamples {
        samples = Map.copyOf(samples);
    }
}
