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
import org.bson.BsonString;

/**
 * A sample's time in one status of the LIMS.
 *
 * @param lasts until it left, or, for the last one, until now
 * @param isLast whether no other status has followed yet
 */
public record Stay(String sample, String project, String status, LocalDate since, Duration lasts, boolean isLast) {

    private static final String LEFT = "left";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM dd uuuu", Locale.ENGLISH);

    /**
     * The stays of an item of {@code sample_status}, oldest first; those without a date are left out. A status that
     * nothing has happened in yet has no block: the sample came into it when the last step of the last block was done.
     */
    static List<Stay> of(BsonDocument item, LocalDateTime now) {
        List<Stay> stays = new ArrayList<>();
        List<BsonDocument> blocks = Field.documents(item, "statuses");
        String status = Field.text(item, "current_status");
        for (int i = 0; i < blocks.size(); i++) {
            String name = Field.text(blocks.get(i), "name");
            boolean last = i + 1 == blocks.size();
            boolean stayed = last && (name.equals(status) || status.isEmpty());
            Optional<LocalDate> left = !last
                    ? day(blocks.get(i + 1), "date")
                    : stayed ? Optional.of(now.toLocalDate()) : left(blocks.get(i));
            stay(item, name, day(blocks.get(i), "date"), left, stayed).ifPresent(stays::add);
            if (last && !stayed) {
                stay(item, status, left, Optional.of(now.toLocalDate()), true).ifPresent(stays::add);
            }
        }
        if (blocks.isEmpty() && !status.isEmpty()) {
            Optional<LocalDate> today = Optional.of(now.toLocalDate());
            stay(item, status, today, today, true).ifPresent(stays::add);
        }
        return stays;
    }

    private static Optional<Stay> stay(
            BsonDocument item, String status, Optional<LocalDate> from, Optional<LocalDate> until, boolean isLast) {
        if (from.isEmpty() || until.isEmpty() || until.get().isBefore(from.get())) {
            return Optional.empty();
        }
        Duration lasts = Duration.between(from.get().atStartOfDay(), until.get().atStartOfDay());
        return Optional.of(new Stay(
                Field.text(item, "sample_id"), Field.text(item, "project_id"), status, from.get(), lasts, isLast));
    }

    /** When the step was done that led out of a block; without its steps, when the block began. */
    private static Optional<LocalDate> left(BsonDocument block) {
        return day(block, LEFT).or(() -> day(block, "date"));
    }

    /**
     * A block of a status without its steps, of which there may be very many. What is kept of them is when the last step
     * was done, and if it was done several times in a row, when first.
     */
    public static BsonDocument brief(BsonDocument block) {
        BsonDocument brief = block.clone();
        brief.remove("processes");
        List<BsonDocument> steps = Field.documents(block, "processes");
        for (int i = steps.size() - 1; i >= 0 && name(steps, i).equals(name(steps, steps.size() - 1)); i--) {
            brief.append(LEFT, new BsonString(Field.text(steps.get(i), "date")));
        }
        return brief;
    }

    private static String name(List<BsonDocument> steps, int place) {
        return Field.text(steps.get(place), "name");
    }

    private static Optional<LocalDate> day(BsonDocument block, String field) {
        try {
            return Optional.of(LocalDate.parse(Field.text(block, field), DAY));
        } catch (DateTimeParseException undated) {
            return Optional.empty();
        }
    }

    long days() {
        return lasts.toDays();
    }
}
