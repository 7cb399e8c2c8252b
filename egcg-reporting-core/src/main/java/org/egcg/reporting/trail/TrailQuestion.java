package org.egcg.reporting.trail;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.error.ReportingException.Malformed;

/**
 * Which entries. Everything that is given has to fit.
 *
 * @param by user who wrote; empty text for any
 * @param resource empty text for any
 * @param name of the document, as it was called then; empty text for any
 * @param documents the {@code _id}s; none for any
 * @param field that was changed, of documents that were there before; empty text for any
 * @param work of an action; empty text for any
 * @param from earliest moment
 * @param to the moment behind the latest
 * @param before entries older than this one, to go on where a page ended
 */
public record TrailQuestion(
        String by,
        String resource,
        String name,
        Set<ObjectId> documents,
        String field,
        String work,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<ObjectId> before) {

    private static final int DAY = "2026-04-26".length();

    public TrailQuestion {
        documents = Set.copyOf(documents);
    }

    /** Everything. */
    public static final TrailQuestion ALL =
            new TrailQuestion("", "", "", Set.of(), "", "", Optional.empty(), Optional.empty(), Optional.empty());

    /** All of one document. */
    public static TrailQuestion of(String resource, ObjectId document) {
        return new TrailQuestion(
                "", resource, "", Set.of(document), "", "", Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * What the arguments {@code by, resource, name, field, from, to} and {@code before} ask for; those that are absent or
     * empty ask for any.
     *
     * @throws Malformed if one is no moment or no entry's id
     */
    public static TrailQuestion of(Map<String, String> arguments) {
        String before = arguments.getOrDefault("before", "");
        if (!before.isEmpty() && !ObjectId.isValid(before)) {
            throw new Malformed("before: expected the id of an entry");
        }
        return new TrailQuestion(
                arguments.getOrDefault("by", ""),
                arguments.getOrDefault("resource", ""),
                arguments.getOrDefault("name", ""),
                Set.of(),
                arguments.getOrDefault("field", ""),
                "",
                moment(arguments, "from"),
                moment(arguments, "to"),
                before.isEmpty() ? Optional.empty() : Optional.of(new ObjectId(before)));
    }

    /** A day counts from its beginning, in UTC. */
    private static Optional<Instant> moment(Map<String, String> arguments, String name) {
        String text = arguments.getOrDefault(name, "");
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Instant.parse(text.length() == DAY ? text + "T00:00:00Z" : text));
        } catch (DateTimeException noMoment) {
            throw new Malformed(name + ": expected a day or a moment, such as 2026-04-26T09:00:00Z", noMoment);
        }
    }

    /** The same of some documents. */
    public TrailQuestion about(String ofResource, String called, Set<ObjectId> ids) {
        return new TrailQuestion(by, ofResource, called, ids, field, work, from, to, before);
    }

    /** All that was written at one action. */
    public static TrailQuestion ofWork(String work) {
        return new TrailQuestion("", "", "", Set.of(), "", work, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same behind an entry. */
    public TrailQuestion olderThan(ObjectId entry) {
        return new TrailQuestion(by, resource, name, documents, field, work, from, to, Optional.of(entry));
    }

    BsonDocument filter() {
        BsonDocument filter = new BsonDocument();
        if (!documents.isEmpty()) {
            BsonArray ids =
                    new BsonArray(documents.stream().map(BsonObjectId::new).toList());
            filter.append("document", ids.size() == 1 ? ids.get(0) : new BsonDocument("$in", ids));
        }
        text(filter, "by", by);
        text(filter, "resource", resource);
        text(filter, "name", name);
        text(filter, "fields", field);
        text(filter, "work", work);
        BsonDocument range = new BsonDocument();
        from.ifPresent(moment -> range.append("$gte", new BsonObjectId(EntryIds.from(moment))));
        Optional<ObjectId> end = to.map(EntryIds::from);
        before.filter(entry -> end.isEmpty() || entry.compareTo(end.get()) < 0)
                .or(() -> end)
                .ifPresent(entry -> range.append("$lt", new BsonObjectId(entry)));
        if (!range.isEmpty()) {
            filter.append("_id", range);
        }
        return filter;
    }

    private static void text(BsonDocument filter, String field, String text) {
        if (!text.isEmpty()) {
            filter.append(field, new BsonString(text));
        }
    }
}
