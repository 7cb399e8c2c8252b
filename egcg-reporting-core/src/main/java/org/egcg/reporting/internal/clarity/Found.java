package org.egcg.reporting.internal.clarity;

import java.util.Map;

/**
 * What Clarity knows of the samples asked for.
 *
 * @param samples by the name asked for, where exactly one sample answers to it
 * @param hits how many samples answered in all
 */
public record Found(Map<String, ClaritySample> samples, int hits) {

    static final Found NOTHING = new Found(Map.of(), 0);

    public Found {
        samples = Map.copyOf(samples);
    }
}
