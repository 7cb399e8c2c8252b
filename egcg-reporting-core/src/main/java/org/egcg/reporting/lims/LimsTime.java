package org.egcg.reporting.lims;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.EveDate;

/** Moments as filters and reports spell them: the wall clock of the LIMS, without a zone. */
final class LimsTime {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final int DATE_LENGTH = "2018-02-01".length();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM dd uuuu", Locale.ENGLISH);

    private LimsTime() {}

    /** {@code 2018-02-01T00:00:00}, with exactly six digits of a second's fraction unless that is zero. */
    static String text(LocalDateTime moment) {
        LocalDateTime exact = moment.truncatedTo(ChronoUnit.MICROS);
        boolean whole = exact.equals(exact.truncatedTo(ChronoUnit.SECONDS));
        return (whole ? SECONDS : MICROSECONDS).format(exact);
    }

    /**
     * The moment that a filter names: {@code dd_mm_yyyy_HH:MM:SS}, an ISO date or an ISO date and time.
     *
     * @throws Malformed if it is none of these
     */
    static LocalDateTime parse(String argument, String text) {
        return EveDate.parse(text)
                .map(date -> LocalDateTime.ofEpochSecond(date.getValue() / 1000, 0, ZoneOffset.UTC))
                .orElseGet(() -> parseIso(argument, text));
    }

    private static LocalDateTime parseIso(String argument, String text) {
        try {
            return text.length() <= DATE_LENGTH
                    ? LocalDate.parse(text).atStartOfDay()
                    : LocalDateTime.parse(text.replace(' ', 'T'));
        } catch (DateTimeException noDate) {
            throw new Malformed(
                    argument + " must be a date: dd_mm_yyyy_HH:MM:SS, yyyy-mm-dd or yyyy-mm-ddTHH:MM:SS", noDate);
        }
    }

    static BsonValue json(Optional<LocalDateTime> moment) {
        return moment.map(known -> (BsonValue) new BsonString(text(known))).orElse(BsonNull.VALUE);
    }

    /** {@code Feb 01 2018}; JSON null for an entry without a date. */
    static BsonValue day(LocalDateTime moment) {
        return moment.equals(Entry.UNDATED) ? BsonNull.VALUE : new BsonString(DAY.format(moment));
    }
}
