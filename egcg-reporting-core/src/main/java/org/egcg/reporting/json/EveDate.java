package org.egcg.reporting.json;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonDateTime;

/**
 * A moment as the API spells it: {@code dd_mm_yyyy_HH:MM:SS}, UTC, whole seconds, years 1 to 9999.
 */
public final class EveDate {

    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,2})_([0-9]{1,2})_([0-9]{4})_([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})");

    private EveDate() {}

    /**
     * The moment that a text names; empty if it names none. Digits may be unpadded except the year's four; the date
     * must exist in the calendar.
     */
    public static Optional<BsonDateTime> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || part(parts, 3) == 0) {
            return Optional.empty();
        }
        try {
            LocalDateTime moment = LocalDateTime.of(
                    part(parts, 3), part(parts, 2), part(parts, 1), part(parts, 4), part(parts, 5), part(parts, 6));
            return Optional.of(new BsonDateTime(moment.toEpochSecond(ZoneOffset.UTC) * 1000));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int part(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /** The moment's text; fractions of a second are cut off. Years below 1000 are not padded. */
    public static String format(BsonDateTime date) {
        LocalDateTime moment = LocalDateTime.ofEpochSecond(Math.floorDiv(date.getValue(), 1000L), 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(19);
        padded(text, moment.getDayOfMonth()).append('_');
        padded(text, moment.getMonthValue()).append('_');
        text.append(moment.getYear()).append('_');
        padded(text, moment.getHour()).append(':');
        padded(text, moment.getMinute()).append(':');
        return padded(text, moment.getSecond()).toString();
    }

    private static StringBuilder padded(StringBuilder text, int number) {
        return number < 10 ? text.append('0').append(number) : text.append(number);
    }
}
