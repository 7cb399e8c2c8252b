package org.egcg.reporting.event;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonObjectId;
import org.bson.types.ObjectId;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.error.ReportingException.TooLarge;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.store.Find;

/**
 * What was done to instruments: services, new lots of reagents, new software. What was taken back stays stored, with who
 * did so. Safe for use by several threads and nodes.
 */
public final class InstrumentEvents {

    /** Where events are kept. */
    public static final String COLLECTION = "instrument_events";

    private static final int LETTERS = 500;
    private static final int MOST = 10_000;

    private final DocumentStore store;
    private final Clock clock;

    public InstrumentEvents(DocumentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Those that were not taken back, by the day on which they happened. */
    public List<InstrumentEvent> all() {
        return read(new BsonDocument()).stream()
                .filter(event -> event.deleted().isEmpty())
                .sorted(Comparator.comparing(InstrumentEvent::day))
                .toList();
    }

    private List<InstrumentEvent> read(BsonDocument filter) {
        return store
                .find(Find.in(COLLECTION)
                        .matching(filter)
                        .sorted(new BsonDocument("_id", new BsonInt32(-1)))
                        .slice(0, MOST))
                .list()
                .stream()
                .map(InstrumentEvent::of)
                .toList();
    }

    /**
     * Notes an event.
     *
     * @param author name of the user
     */
    public InstrumentEvent write(
            String instrument, EventKind kind, LocalDate day, String text, boolean newBaseline, String author) {
        InstrumentEvent event = new InstrumentEvent(
                new ObjectId(),
                checked("instrument", instrument),
                kind,
                notLater(day),
                checked("text", text),
                newBaseline,
                author,
                now(),
                Optional.empty());
        try {
            store.insert(COLLECTION, new ArrayList<>(List.of(event.stored())));
        } catch (DuplicateKeyException impossible) {
            throw new Conflict("instrument_events: two have the same id");
        }
        return event;
    }

    private static String checked(String field, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new Malformed(field + ": is missing");
        }
        if (stripped.length() > LETTERS) {
            throw new TooLarge(field + ": at most " + LETTERS + " letters");
        }
        return stripped;
    }

    private LocalDate notLater(LocalDate day) {
        if (day.isAfter(LocalDate.now(clock).plusDays(1))) {
            throw new Malformed("date: must not be in the future");
        }
        return day;
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    /** Takes an event back. */
    public InstrumentEvent delete(ObjectId id, String user) {
        InstrumentEvent event = read(new BsonDocument("_id", new BsonObjectId(id))).stream()
                .filter(each -> each.deleted().isEmpty())
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no event " + id + "."));
        InstrumentEvent deleted = event.deleted(user, now());
        store.put(COLLECTION, deleted.stored());
        return deleted;
    }
}
