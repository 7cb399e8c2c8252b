package org.egcg.reporting.notice;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.internal.json.Bson;

/**
 * Something that has happened, as people are told of it.
 *
 * @param key the same however often it is found, and of nothing else
 * @param at when it has happened, or was found
 * @param subject one line
 * @param reason a sentence
 * @param link path of the page that shows it
 * @param group what it has in common with others, such as its run: many of a group are told together; empty text for none
 * @param projects that are concerned; none if it is of no project
 * @param instrument that is concerned
 */
public record Notice(
        String key,
        NoticeKind kind,
        NoticeUrgency urgency,
        Instant at,
        String subject,
        String reason,
        String link,
        String group,
        List<String> projects,
        Optional<String> instrument) {

    private static final int LONGEST = 300;

    public Notice {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(urgency);
        subject = line(subject);
        reason = line(reason);
        projects = projects.stream().distinct().sorted().toList();
        if (!link.startsWith("/") || link.startsWith("//")) {
            throw new IllegalArgumentException("a notice leads to a page of this service, not to " + link);
        }
    }

    /** Ids may have any signs; a subject has none that end a line, and is not longer than people read. */
    private static String line(String text) {
        String line = text.replaceAll("\\p{Cntrl}|[\\u2028\\u2029]", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
    }

    /**
     * A notice that is of no project and no instrument.
     *
     * @param about tells it from others of its kind
     */
    public static Notice of(NoticeKind kind, String about, Instant at, String subject, String reason, String link) {
        String key = kind.word() + "/" + about;
        return new Notice(key, kind, kind.urgency(), at, subject, reason, link, "", List.of(), Optional.empty());
    }

    public Notice ofProjects(List<String> concerned) {
        return new Notice(key, kind, urgency, at, subject, reason, link, group, concerned, instrument);
    }

    public Notice on(Optional<String> concerned) {
        return new Notice(key, kind, urgency, at, subject, reason, link, group, projects, concerned);
    }

    public Notice within(String newGroup) {
        return new Notice(key, kind, urgency, at, subject, reason, link, newGroup, projects, instrument);
    }

    /** The same, as urgent as this. */
    public Notice being(NoticeUrgency other) {
        return new Notice(key, kind, other, at, subject, reason, link, group, projects, instrument);
    }

    /** By which receivers tell it from others: 24 hexadecimal digits made of the key. */
    public String id() {
        return NoticeIds.of(key).toHexString();
    }

    BsonDocument stored() {
        return new BsonDocument("key", new BsonString(key))
                .append("kind", new BsonString(kind.word()))
                .append("urgency", new BsonString(urgency.name()))
                .append("at", new BsonDateTime(at.toEpochMilli()))
                .append("subject", new BsonString(subject))
                .append("reason", new BsonString(reason))
                .append("link", new BsonString(link))
                .append("group", new BsonString(group))
                .append(
                        "projects",
                        new BsonArray(projects.stream().map(BsonString::new).toList()))
                .append("instrument", new BsonString(instrument.orElse("")));
    }

    /** Empty for what a later version has written of a kind that is not known here. */
    static Optional<Notice> of(BsonDocument stored) {
        return NoticeKind.named(Bson.text(stored, "kind"))
                .map(kind -> new Notice(
                        Bson.text(stored, "key"),
                        kind,
                        NoticeUrgency.valueOf(Bson.text(stored, "urgency")),
                        Bson.moment(stored, "at").orElse(Instant.EPOCH),
                        Bson.text(stored, "subject"),
                        Bson.text(stored, "reason"),
                        Bson.text(stored, "link"),
                        Bson.text(stored, "group"),
                        Bson.texts(stored, "projects"),
                        Bson.optionalText(stored, "instrument").filter(text -> !text.isEmpty())));
    }
}
