package org.egcg.reporting.notice;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.security.Role;

/**
 * What somebody wants to be told.
 *
 * @param owner id of an account; empty text for the facility's own
 * @param kinds all kinds if there are none
 * @param project only notices of it; empty text for all
 * @param instrument only notices of it; empty text for all
 * @param least nothing less urgent
 * @param target a mail address, or the name of a webhook; empty text for the pages
 * @param daily whether all of a day come together
 */
public record Subscription(
        String id,
        String owner,
        Set<NoticeKind> kinds,
        String project,
        String instrument,
        NoticeUrgency least,
        Channel channel,
        String target,
        boolean daily) {

    /** What is shown in the pages while neither the user nor the facility says anything else. */
    public static final Subscription USUAL =
            new Subscription("", "", Set.of(), "", "", NoticeUrgency.SOON, Channel.PAGE, "", false);

    public Subscription {
        Objects.requireNonNull(least);
        Objects.requireNonNull(channel);
        kinds = Set.copyOf(kinds);
    }

    /** The same under an id of its own. */
    Subscription withId() {
        return new Subscription(
                new ObjectId().toHexString(), owner, kinds, project, instrument, least, channel, target, daily);
    }

    /** Whether it is the facility's, and no user's. */
    public boolean isFacilitys() {
        return owner.isEmpty();
    }

    /** Whether a notice is of what was asked for. */
    public boolean wants(Notice notice) {
        return (kinds.isEmpty() || kinds.contains(notice.kind()))
                && (project.isEmpty() || notice.projects().contains(project))
                && (instrument.isEmpty() || notice.instrument().orElse("").equals(instrument))
                && notice.urgency().isAtLeast(least);
    }

    /** Whether a reader with a role is to be told: it is what was asked for, and he may see it. */
    public boolean tells(Notice notice, Role role) {
        return role.includes(notice.kind().readers()) && wants(notice);
    }

    BsonDocument stored() {
        List<BsonString> words = kinds.stream()
                .map(NoticeKind::word)
                .sorted()
                .map(BsonString::new)
                .toList();
        return new BsonDocument("_id", new BsonString(id))
                .append("owner", new BsonString(owner))
                .append("kinds", new BsonArray(words))
                .append("project", new BsonString(project))
                .append("instrument", new BsonString(instrument))
                .append("least", new BsonString(least.name()))
                .append("channel", new BsonString(channel.word()))
                .append("target", new BsonString(target))
                .append("daily", BsonBoolean.valueOf(daily));
    }

    static Subscription of(BsonDocument stored) {
        Set<NoticeKind> kinds = EnumSet.noneOf(NoticeKind.class);
        Bson.texts(stored, "kinds").forEach(word -> NoticeKind.named(word).ifPresent(kinds::add));
        return new Subscription(
                Bson.text(stored, "_id"),
                Bson.text(stored, "owner"),
                kinds,
                Bson.text(stored, "project"),
                Bson.text(stored, "instrument"),
                NoticeUrgency.valueOf(Bson.text(stored, "least")),
                Channel.named(Bson.text(stored, "channel")).orElseThrow(),
                Bson.text(stored, "target"),
                stored.getBoolean("daily").getValue());
    }
}
