package org.egcg.reporting.consistency;

import java.util.List;
import java.util.Set;

/**
 * Something that does not fit.
 *
 * @param sentence what it is, with the names of what it is about
 * @param count how many documents there are
 * @param documents the first of them
 * @param pages the runs and samples whose pages are concerned
 */
public record Inconsistency(
        InconsistencyKind kind, String sentence, long count, List<Named> documents, Set<Named> pages) {

    /** Documents beyond this many are counted, and not named. */
    static final int NAMED = 20;

    /**
     * A document, or what a page is about.
     *
     * @param resource such as {@code run_elements}
     * @param id what the laboratory calls it
     */
    public record Named(String resource, String id) {}

    public Inconsistency {
        documents = List.copyOf(documents);
        pages = Set.copyOf(pages);
    }
}
