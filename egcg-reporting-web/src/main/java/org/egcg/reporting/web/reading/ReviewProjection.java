package org.egcg.reporting.web.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.egcg.reporting.query.Projection;
import org.egcg.reporting.review.Reviews;
import org.egcg.reporting.review.Subject;

/** What is read of documents that are only to be reviewed. */
final class ReviewProjection {

    private ReviewProjection() {}

    /** What a review looks at, and what else is shown; a field within another of them is not named, as stores refuse both. */
    static Projection of(Reviews reviews, Subject subject, String... more) {
        Set<String> fields = new TreeSet<>(reviews.looksAt(subject));
        fields.addAll(List.of(more));
        Set<String> within = new TreeSet<>(fields);
        within.removeIf(field -> fields.stream().noneMatch(other -> field.startsWith(other + ".")));
        fields.removeAll(within);
        return new Projection(Optional.of(fields), Set.of());
    }
}
