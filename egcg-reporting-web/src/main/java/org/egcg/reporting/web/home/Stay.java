package org.egcg.reporting.web.home;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.BsonDocument;

/**
 * A sample's time in one status of the LIMS.
 *
 * @param lasts until it left, or, for the last one, until now
 * @param isLast whether no other status has followed yet
 */
record Stay(String sample, String project, String status, LocalDate since, Duration lasts, boolean isLast) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM dd uuuu", Locale.ENGLISH);

    /** The stays of an item of {@code sample_status}, oldest first; those without a date are left out. */
    static List<Stay> of(BsonDocument item, LocalDateTime now) {
        List<Stay> stays = new ArrayList<>();
        List<BsonDocument> blocks = Field.documents(item, "statuses");
        for (int i = 0; i < blocks.size(); i++) {
            Optional<LocalDate> from = day(blocks.get(i));
            Optional<LocalDate> until = i + 1 < blocks.size() ? day(blocks.get(i + 1)) : Optional.of(now.toLocalDate());
            if (from.isPresent() && until.isPresent() && !until.get().isBefore(from.get())) {
                stays.add(new Stay(
                        Field.text(item, "sample_id"),
                        Field.text(item, "project_id"),
                        Field.text(blocks.get(i), "name"),
                        from.get(),
                        Duration.between(from.get().atStartOfDay(), until.get().atStartOfDay()),
                        i + 1 == blocks.size()));
            }
        }
        return stays;
    }

    private static Optional<LocalDate> day(BsonDocument block) {
        try {
            return Optional.of(LocalDate.parse(Field.text(block, "date"), DAY));
        } catch (DateTimeParseException undated) {
            return Optional.empty();
        }
    }

    long days() {
        return lasts.toDays();
    }
}
