package org.egcg.reporting.consistency;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;

/**
 * The samples that the LIMS knows.
 *
 * @param all their names
 * @param sequenced those of which the pipelines should have reported something
 */
public record LimsSamples(Set<String> all, Set<String> sequenced) {

    private static final Set<String> AFTER_SEQUENCING = Set.of("bioinformatics", "delivery", "finished");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM dd uuuu", Locale.ENGLISH);
    private static final int DAYS_FOR_PIPELINES = 7;

    public LimsSamples {
        all = Set.copyOf(all);
        sequenced = Set.copyOf(sequenced);
    }

    /** The samples of {@code sample_status}; pipelines have a week to report what was sequenced. */
    public static LimsSamples of(Iterable<BsonDocument> items, LocalDate today) {
        Set<String> all = new HashSet<>();
        Set<String> sequenced = new HashSet<>();
        for (BsonDocument item : items) {
            String id = StoredText.text(item, "sample_id");
            if (!id.isEmpty()) {
                all.add(id);
                if (isAfterSequencing(item) && lastStep(item).isBefore(today.minusDays(DAYS_FOR_PIPELINES))) {
                    sequenced.add(id);
                }
            }
        }
        return new LimsSamples(all, sequenced);
    }

    private static boolean isAfterSequencing(BsonDocument item) {
        return AFTER_SEQUENCING.contains(StoredText.text(item, "current_status"));
    }

    /** When something last happened to the sample; this very day if nothing says so. */
    private static LocalDate lastStep(BsonDocument item) {
        BsonDocument block = last(item, "statuses");
        BsonDocument step = last(block, "processes");
        String date = StoredText.text(step.isEmpty() ? block : step, "date");
        try {
            return LocalDate.parse(date, DAY);
        } catch (DateTimeParseException none) {
            return LocalDate.MAX;
        }
    }

    private static BsonDocument last(BsonDocument parent, String field) {
        BsonArray members = parent.isArray(field) ? parent.getArray(field) : new BsonArray();
        return members.isEmpty() || !members.get(members.size() - 1).isDocument()
                ? new BsonDocument()
                : members.get(members.size() - 1).asDocument();
    }
}
