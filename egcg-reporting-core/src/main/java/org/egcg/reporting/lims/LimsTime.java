package org.egcg.reporting.lims;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/** How the reports print moments: the wall clock of the LIMS, without a zone. */
final class LimsTime {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM dd uuuu", Locale.ENGLISH);

    private LimsTime() {}

    /** {@code 2018-02-01T00:00:00}, with exactly six digits of a second's fraction unless that is zero. */
    static String text(LocalDateTime moment) {
        LocalDateTime exact = moment.truncatedTo(ChronoUnit.MICROS);
        boolean whole = exact.equals(exact.truncatedTo(ChronoUnit.SECONDS));
        return (whole ? SECONDS : MICROSECONDS).format(exact);
    }

    static BsonValue json(Optional<LocalDateTime> moment) {
        return moment.map(known -> (BsonValue) new BsonString(text(known))).orElse(BsonNull.VALUE);
    }

    /** {@code Feb 01 2018}; JSON null for an entry without a date. */
    static BsonValue day(LocalDateTime moment) {
        return moment.equals(Entry.UNDATED) ? BsonNull.VALUE : new BsonString(DAY.format(moment));
    }
}
