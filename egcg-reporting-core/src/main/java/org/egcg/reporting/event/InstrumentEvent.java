package org.egcg.reporting.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.internal.json.Bson;

/**
 * What a person has noted of an instrument.
 *
 * @param day on which it happened; it counts as before the runs of that day
 * @param text such as the number of the lot
 * @param newBaseline whether what is usual is learnt anew from this day on
 * @param author who noted it
 * @param deleted when and by whom it was taken back; it is still known that it was there
 */
public record InstrumentEvent(
        ObjectId id,
        String instrument,
        EventKind kind,
        LocalDate day,
        String text,
        boolean newBaseline,
        String author,
        Instant written,
        Optional<Deletion> deleted) {

    /** That an event was taken back. */
    public record Deletion(String by, Instant moment) {}

    public InstrumentEvent {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(day);
    }

    InstrumentEvent deleted(String user, Instant moment) {
        return new InstrumentEvent(
                id, instrument, kind, day, text, newBaseline, author, written, Optional.of(new Deletion(user, moment)));
    }

    BsonDocument stored() {
        BsonDocument stored = told();
        stored.remove("id");
        return stored.append("_id", new BsonObjectId(id));
    }

    /** As programs are told. */
    public BsonDocument told() {
        BsonDocument told = new BsonDocument("id", new BsonString(id.toHexString()))
                .append("instrument", new BsonString(instrument))
                .append("kind", new BsonString(kind.word()))
                .append("date", new BsonString(day.toString()))
                .append("text", new BsonString(text))
                .append("new_baseline", BsonBoolean.valueOf(newBaseline))
                .append("author", new BsonString(author))
                .append("written", new BsonDateTime(written.toEpochMilli()));
        deleted.ifPresent(gone -> told.append("deleted_by", new BsonString(gone.by()))
                .append("deleted", new BsonDateTime(gone.moment().toEpochMilli())));
        return told;
    }

    static InstrumentEvent of(BsonDocument stored) {
        return new InstrumentEvent(
                stored.getObjectId("_id").getValue(),
                Bson.text(stored, "instrument"),
                EventKind.of(Bson.text(stored, "kind")),
                LocalDate.parse(Bson.text(stored, "date")),
                Bson.text(stored, "text"),
                stored.getBoolean("new_baseline").getValue(),
                Bson.text(stored, "author"),
                Bson.moment(stored, "written").orElse(Instant.EPOCH),
                Bson.moment(stored, "deleted").map(moment -> new Deletion(Bson.text(stored, "deleted_by"), moment)));
    }
}
