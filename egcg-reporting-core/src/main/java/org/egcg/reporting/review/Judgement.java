package org.egcg.reporting.review;

import java.util.List;

/**
 * What came of one of several ids that are reviewed together.
 *
 * @param judged one for a lane or a sample, one for each lane of a run; empty if there is nothing to review
 * @param missing why there is nothing to review; else empty text
 */
public record Judgement(String id, List<Judged> judged, String missing) {

    public Judgement {
        judged = List.copyOf(judged);
    }

    static Judgement of(String id, List<Judged> judged) {
        return new Judgement(id, judged, "");
    }

    static Judgement missing(String id, String message) {
        return new Judgement(id, List.of(), message);
    }

    List<Review> reviews() {
        return judged.stream().map(Judged::review).toList();
    }
}
