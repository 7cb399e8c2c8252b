package org.egcg.reporting.json;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonDateTime;

/**
 * A moment as clients may spell it: in the API's own form, see {@link EveDate}, or by ISO 8601 with or without a time and
 * a zone. Without a zone it is UTC, without a time midnight. Years are 1 to 9999.
 */
public final class MomentText {

    /** The forms, for messages. */
    public static final String FORMS =
            "dd_mm_yyyy_HH:MM:SS, yyyy-mm-dd, or yyyy-mm-ddTHH:MM:SS with or without a zone such as Z or +01:00";

    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})"
            + "(?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?"
            + "(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?");

    private MomentText() {}

    /** The moment that a text names; empty if it names none, or a day that the calendar does not have. */
    public static Optional<BsonDateTime> parse(String text) {
        Optional<BsonDateTime> own = EveDate.parse(text);
        return own.isPresent() ? own : iso(text);
    }

    private static Optional<BsonDateTime> iso(String text) {
        Matcher parts = ISO.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime written = LocalDateTime.of(
                    number(parts, 1),
                    number(parts, 2),
                    number(parts, 3),
                    number(parts, 4),
                    number(parts, 5),
                    number(parts, 6),
                    nanoseconds(parts.group(7)));
            ZoneOffset zone = parts.group(8) == null ? ZoneOffset.UTC : ZoneOffset.of(parts.group(8));
            LocalDateTime moment = written.minusSeconds(zone.getTotalSeconds());
            return moment.getYear() < 1 || moment.getYear() > 9999
                    ? Optional.empty()
                    : Optional.of(
                            new BsonDateTime(moment.toInstant(ZoneOffset.UTC).toEpochMilli()));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
    }

    private static int nanoseconds(String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }
}
