package org.egcg.reporting.internal.clarity;

import java.util.List;

/**
 * What stands in a queue.
 *
 * @param samples the LIMS ids of the samples inside; a pool has several
 */
public record ClarityArtifact(String uri, String name, List<String> samples) {

    public ClarityArtifact {
        samples = List.copyOf(samples);
    }

    /** The LIMS id, by which the same artifact is known under links with different states. */
    static String id(String uri) {
        String path = uri.indexOf('?') < 0 ? uri : uri.substring(0, uri.indexOf('?'));
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
