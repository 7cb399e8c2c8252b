package org.egcg.reporting.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.store.Find;

/**
 * Keeps what was told. What has a key that is known is not told again: a document has the ids of all that it tells, and one
 * of its own that is made of them, which the store keeps unique. Safe for use by several threads and nodes.
 */
final class Outbox {

    static final String COLLECTION = "notices";

    /** More of one kind and group that are found at once are told as one. */
    static final int FEW = 3;

    private static final int BLOCK = 500;
    private static final int SHOWN = 500;
    private static final Duration KEPT = Duration.ofDays(400);

    private final DocumentStore store;
    private final Clock clock;

    Outbox(DocumentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Keeps those that are news.
     *
     * @param quietly whether they only count as told from now on
     */
    void tell(List<Notice> found, boolean quietly) {
        Map<ObjectId, Notice> news = new LinkedHashMap<>();
        found.forEach(notice -> news.putIfAbsent(NoticeIds.of(notice.key()), notice));
        known(news.keySet()).forEach(news::remove);
        List<Notice> all = List.copyOf(news.values());
        if (quietly) {
            for (int from = 0; from < all.size(); from += BLOCK) {
                List<Notice> some = all.subList(from, Math.min(all.size(), from + BLOCK));
                keep(some.size() == 1 ? some.get(0) : Summary.of(some), some, true);
            }
        } else {
            groups(all).forEach(this::tell);
        }
    }

    private static List<List<Notice>> groups(List<Notice> news) {
        Map<List<Object>, List<Notice>> groups = new LinkedHashMap<>();
        for (Notice notice : news) {
            Object group = notice.group().isEmpty() ? notice.key() : notice.group();
            groups.computeIfAbsent(List.of(notice.kind(), group), any -> new ArrayList<>())
                    .add(notice);
        }
        return List.copyOf(groups.values());
    }

    private void tell(List<Notice> group) {
        if (group.size() <= FEW) {
            group.forEach(notice -> keep(notice, List.of(notice), false));
        } else {
            keep(Summary.of(group), group, false);
        }
    }

    private void keep(Notice notice, List<Notice> members, boolean quietly) {
        BsonDocument document = new BsonDocument("_id", new BsonObjectId(NoticeIds.of(notice.key())));
        document.putAll(notice.stored());
        document.append("_etag", etag())
                .append("told", new BsonDateTime(clock.millis()))
                .append("quiet", BsonBoolean.valueOf(quietly))
                .append("routed", BsonBoolean.valueOf(quietly))
                .append(
                        "members",
                        ids(members.stream()
                                .map(member -> NoticeIds.of(member.key()))
                                .toList()));
        try {
            store.insert(COLLECTION, new ArrayList<>(List.of(document)));
        } catch (DuplicateKeyException told) {
            // another node has found the same at the same moment, and told it
        }
    }

    static BsonString etag() {
        return new BsonString(new ObjectId().toHexString());
    }

    private static BsonArray ids(List<ObjectId> ids) {
        return new BsonArray(ids.stream().map(BsonObjectId::new).toList());
    }

    private Set<ObjectId> known(Set<ObjectId> asked) {
        List<ObjectId> all = List.copyOf(asked);
        Set<ObjectId> known = new HashSet<>();
        for (int from = 0; from < all.size(); from += BLOCK) {
            BsonArray some = ids(all.subList(from, Math.min(all.size(), from + BLOCK)));
            Find find = Find.in(COLLECTION)
                    .matching(new BsonDocument("members", new BsonDocument("$in", some)))
                    .only(new BsonDocument("members", new BsonInt32(1)));
            for (BsonDocument told : store.find(find).list()) {
                told.getArray("members").forEach(id -> known.add(id.asObjectId().getValue()));
            }
        }
        return known;
    }

    /** Those of which it is not settled yet who is to be told, the earliest first. */
    List<BsonDocument> unrouted() {
        return store.find(Find.in(COLLECTION)
                        .matching(new BsonDocument("routed", BsonBoolean.FALSE))
                        .sorted(new BsonDocument("told", new BsonInt32(1))))
                .list();
    }

    /** It is settled who is to be told of one. */
    void routed(BsonDocument unrouted) {
        try {
            store.update(
                    COLLECTION,
                    unrouted.getObjectId("_id").getValue(),
                    unrouted.getString("_etag").getValue(),
                    new BsonDocument("routed", BsonBoolean.TRUE).append("_etag", etag()),
                    Set.of());
        } catch (DuplicateKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The notice of an id; empty if it was forgotten. */
    Optional<Notice> named(BsonValue id) {
        return store.find(Find.in(COLLECTION).matching(new BsonDocument("_id", id))).list().stream()
                .findFirst()
                .flatMap(Notice::of);
    }

    /** What was told since a moment, the latest first, at most 500. */
    List<Notice> since(Instant moment) {
        BsonDocument since = new BsonDocument("told", new BsonDocument("$gte", new BsonDateTime(moment.toEpochMilli())))
                .append("quiet", BsonBoolean.FALSE);
        return store
                .find(Find.in(COLLECTION)
                        .matching(since)
                        .sorted(new BsonDocument("told", new BsonInt32(-1)).append("_id", new BsonInt32(-1)))
                        .slice(0, SHOWN))
                .list()
                .stream()
                .flatMap(told -> Notice.of(told).stream())
                .toList();
    }

    /** Forgets what was told more than 400 days ago. */
    void forgetOld() {
        BsonDateTime old = new BsonDateTime(clock.instant().minus(KEPT).toEpochMilli());
        store.deleteAll(COLLECTION, new BsonDocument("told", new BsonDocument("$lt", old)));
    }
}
