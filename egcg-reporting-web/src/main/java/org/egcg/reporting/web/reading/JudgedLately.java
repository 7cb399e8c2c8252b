package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.review.Requirements;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.review.Thresholds;
import org.egcg.reporting.review.WhatIf;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.web.table.Rows;

/**
 * How the lanes and samples of the last weeks stand to the limits, or would stand to others. What was counted is kept while
 * nothing was written.
 */
@ApplicationScoped
public class JudgedLately {

    /** How many days count. */
    public static final int DAYS = 90;

    private static final int AT_ONCE = 1000;

    @Inject
    private Records records;

    @Inject
    private LimsOrders orders;

    @Inject
    private PageSettings pages;

    @Inject
    private Freshness freshness;

    private final Map<Subject, Counted> counted = new ConcurrentHashMap<>();

    /** @param counts complete, and not changed any more */
    private record Counted(WhatIf counts, Instant asOf) {}

    /** Counts for each limit, which are not those of before a write. */
    public WhatIf counted(Subject subject) {
        return counted.compute(
                        subject,
                        (any, known) -> known != null && freshness.isFresh(known.asOf(), Freshness.MOMENT)
                                ? known
                                : count(subject))
                .counts();
    }

    private Counted count(Subject subject) {
        Instant begun = Instant.now();
        return new Counted(read(WhatIf.counting(pages.reviews(), subject), subject), begun);
    }

    /** Counts, and what would change by other limits. */
    public WhatIf compared(Subject subject, Thresholds others) {
        return read(WhatIf.comparing(pages.reviews(), others, subject), subject);
    }

    /** A part of the documents is held at a time, so that it does not matter how many there are. */
    private WhatIf read(WhatIf counts, Subject subject) {
        try (Documents found = records.open(subject.resource(), request(subject))) {
            List<BsonDocument> some = new ArrayList<>(AT_ONCE);
            while (found.hasNext()) {
                some.add(Rows.decoded(found.next()));
                if (some.size() == AT_ONCE || !found.hasNext()) {
                    add(counts, subject, some);
                    some.clear();
                }
            }
        }
        return counts;
    }

    private void add(WhatIf counts, Subject subject, List<BsonDocument> documents) {
        Map<String, Requirements> ordered = subject == Subject.SAMPLE ? orders.of(documents) : Map.of();
        documents.forEach(document ->
                counts.add(document, ordered.getOrDefault(Bson.text(document, "sample_id"), Requirements.UNKNOWN)));
    }

    private ReadRequest request(Subject subject) {
        return ReadRequest.everything()
                .matching(Criteria.since("_created", pages.utc(pages.now().minusDays(DAYS))))
                .showing(ReviewProjection.of(pages.reviews(), subject));
    }
}
