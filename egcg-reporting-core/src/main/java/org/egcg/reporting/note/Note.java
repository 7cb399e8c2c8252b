package org.egcg.reporting.note;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.internal.json.Bson;

/**
 * What a person has noted on a run, lane, sample or project.
 *
 * @param name the id of what it is about
 * @param text as it reads now; empty text of a deleted one
 * @param author who wrote it
 * @param edited when the text was last changed; empty if it never was
 * @param deleted when, if it was taken away; it is still known that there was one
 */
public record Note(
        ObjectId id,
        String resource,
        String name,
        String text,
        String author,
        Instant written,
        Optional<Instant> edited,
        Optional<Instant> deleted) {

    private static final Pattern MENTION = Pattern.compile("(?<![\\w@])@([\\w.-]*\\w)");

    /** The users whom the text names, as in {@code @ann}. */
    public List<String> mentions() {
        return MENTION.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    Note edited(String other, Instant moment) {
        return new Note(id, resource, name, other, author, written, Optional.of(moment), deleted);
    }

    Note deleted(Instant moment) {
        return new Note(id, resource, name, "", author, written, edited, Optional.of(moment));
    }

    BsonDocument stored() {
        BsonDocument stored = new BsonDocument("_id", new BsonObjectId(id));
        told().forEach((field, value) -> {
            if (!field.equals("id") && !field.equals("mentions")) {
                stored.append(field, value);
            }
        });
        return stored;
    }

    /** As programs are told. */
    public BsonDocument told() {
        BsonDocument told = new BsonDocument("id", new BsonString(id.toHexString()))
                .append("resource", new BsonString(resource))
                .append("name", new BsonString(name))
                .append("text", new BsonString(text))
                .append("author", new BsonString(author))
                .append("written", new BsonDateTime(written.toEpochMilli()));
        edited.ifPresent(moment -> told.append("edited", new BsonDateTime(moment.toEpochMilli())));
        deleted.ifPresent(moment -> told.append("deleted", new BsonDateTime(moment.toEpochMilli())));
        return told.append(
                "mentions",
                new BsonArray(mentions().stream().map(BsonString::new).toList()));
    }

    static Note of(BsonDocument stored) {
        return new Note(
                stored.getObjectId("_id").getValue(),
                Bson.text(stored, "resource"),
                Bson.text(stored, "name"),
                Bson.text(stored, "text"),
                Bson.text(stored, "author"),
                Bson.moment(stored, "written").orElse(Instant.EPOCH),
                Bson.moment(stored, "edited"),
                Bson.moment(stored, "deleted"));
    }
}
