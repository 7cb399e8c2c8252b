package org.egcg.reporting.client;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of many documents.
 *
 * @param posted documents newly stored
 * @param patched documents changed
 * @param failures documents left as they were, by the order they were given or read in
 */
public record BatchResult(int posted, int patched, List<Failure> failures) {

    public BatchResult {
        failures = List.copyOf(failures);
    }

    BatchResult plus(BatchResult other) {
        return new BatchResult(
                posted + other.posted,
                patched + other.patched,
                Stream.concat(failures.stream(), other.failures.stream())
                        .sorted(Comparator.comparingInt(Failure::index))
                        .toList());
    }

    /**
     * One document that failed.
     *
     * @param index its place, counted from 0
     * @param document its id, or its text if it has none yet
     * @param cause why
     */
    public record Failure(int index, String document, RestClientException cause) {}
}
