package org.egcg.reporting.web.delivery;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.bson.BsonDateTime;
import org.egcg.reporting.web.date.Dates;

/** Moments that documents have in the facility's local time, to the minute. */
public final class LocalMinute {

    private LocalMinute() {}

    public static String of(BsonDateTime date) {
        return Dates.minute(LocalDateTime.ofInstant(Instant.ofEpochMilli(date.getValue()), ZoneOffset.UTC));
    }
}
