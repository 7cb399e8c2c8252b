package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.query.Projection;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.review.Reviews;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.review.Thresholds;
import org.egcg.reporting.review.WhatIf;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.web.table.Rows;

/** How the lanes and samples of the last weeks stand to the limits, or would stand to others. */
@ApplicationScoped
public class JudgedLately {

    /** How many days count. */
    public static final int DAYS = 90;

    @Inject
    private Records records;

    @Inject
    private PageSettings pages;

    /** Counts for each limit. */
    public WhatIf counted(Subject subject) {
        return read(WhatIf.counting(pages.reviews(), subject), subject);
    }

    /** Counts, and what would change by other limits. */
    public WhatIf compared(Subject subject, Thresholds others) {
        return read(WhatIf.comparing(pages.reviews(), others, subject), subject);
    }

    /** Documents pass one by one, so that it does not matter how many there are. */
    private WhatIf read(WhatIf counts, Subject subject) {
        try (Documents found = records.open(subject.resource(), request(pages.reviews(), subject))) {
            while (found.hasNext()) {
                counts.add(Rows.decoded(found.next()));
            }
        }
        return counts;
    }

    private ReadRequest request(Reviews reviews, Subject subject) {
        Set<String> fields = new LinkedHashSet<>(reviews.looksAt(subject));
        fields.removeIf(field -> fields.stream().anyMatch(other -> field.startsWith(other + ".")));
        return ReadRequest.everything()
                .matching(Criteria.since("_created", pages.utc(pages.now().minusDays(DAYS))))
                .showing(new Projection(Optional.of(fields), Set.of()));
    }
}
