package org.egcg.reporting.web.table;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The samples of a status, and when the last of them came into it. */
record Samples(List<Object> ids, Optional<LocalDateTime> since) {

    /** How long ago, in whole days; the colour steps of the status tables are over 7, 14 and 28. */
    enum Age {
        NONE,
        WEEK,
        FORTNIGHT,
        MONTH;

        static Age of(long days) {
            return days > 28 ? MONTH : days > 14 ? FORTNIGHT : days > 7 ? WEEK : NONE;
        }
    }

    Samples {
        ids = List.copyOf(ids);
    }

    Optional<Long> days(LocalDateTime now) {
        return since.map(date -> ChronoUnit.DAYS.between(date, now));
    }
}
