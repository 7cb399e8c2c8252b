package org.egcg.reporting.web.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.bson.BsonDateTime;

/** Moments that documents have in the facility's local time, to the minute. */
public final class LocalMinute {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private LocalMinute() {}

    public static String of(BsonDateTime date) {
        return MINUTE.format(Instant.ofEpochMilli(date.getValue()));
    }
}
