package org.egcg.reporting.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.store.Find;

/** Which notice is to be sent where, and whether it was. There is one for each notice and address. */
final class OutgoingNotices {

    static final String COLLECTION = "notice_deliveries";

    /** What becomes of one. */
    enum State {
        WAITING,
        SENT,
        /** It did not get there in three days, or was refused again and again. */
        GIVEN_UP,
        /** Its owner is gone, or may not see it any more; or its target is not configured any more. */
        WITHDRAWN
    }

    private static final int MOST = 100;
    private static final Duration KEPT = Duration.ofDays(90);

    private final DocumentStore store;
    private final Clock clock;

    OutgoingNotices(DocumentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * One that waits.
     *
     * @param digest when all that wait for the same moment are sent in one message; empty for one of its own
     */
    record OutgoingNotice(
            ObjectId id, String etag, ObjectId notice, Instant since, Optional<Instant> digest, int refusals) {}

    /** Notes that a notice is to be sent; does nothing if that is noted. */
    void add(ObjectId notice, MessageAddress address, Optional<Instant> digest) {
        Instant now = clock.instant();
        BsonDocument delivery = new BsonDocument(
                        "_id",
                        new BsonObjectId(
                                NoticeIds.of(notice.toHexString(), address.id().toHexString())))
                .append("_etag", Outbox.etag())
                .append("notice", new BsonObjectId(notice))
                .append("receiver", new BsonObjectId(address.id()))
                .append("owner", new BsonString(address.owner()))
                .append("channel", new BsonString(address.channel().word()))
                .append("target", new BsonString(address.target()))
                .append("since", at(now))
                .append("due", at(digest.orElse(now)))
                .append("refusals", new BsonInt32(0))
                .append("state", word(State.WAITING));
        digest.ifPresent(moment -> delivery.append("digest", at(moment)));
        try {
            store.insert(COLLECTION, new ArrayList<>(List.of(delivery)));
        } catch (DuplicateKeyException noted) {
            // the process that noted it was killed before it could say so
        }
    }

    private static BsonDateTime at(Instant moment) {
        return new BsonDateTime(moment.toEpochMilli());
    }

    private static BsonString word(State state) {
        return new BsonString(state.name());
    }

    private static BsonDocument waiting() {
        return new BsonDocument("state", word(State.WAITING));
    }

    private BsonDocument due() {
        return waiting().append("due", new BsonDocument("$lte", at(clock.instant())));
    }

    /** Where something is to be sent now. */
    Set<MessageAddress> addresses() {
        BsonDocument fields = new BsonDocument();
        List.of("owner", "channel", "target").forEach(field -> fields.append(field, new BsonInt32(1)));
        Set<MessageAddress> addresses = new LinkedHashSet<>();
        store.find(Find.in(COLLECTION).matching(due()).only(fields))
                .list()
                .forEach(found -> addresses.add(new MessageAddress(
                        Bson.text(found, "owner"),
                        Channel.named(Bson.text(found, "channel")).orElseThrow(),
                        Bson.text(found, "target"))));
        return addresses;
    }

    /** What is to be sent to an address now, what has waited longest first, at most 100. */
    List<OutgoingNotice> due(MessageAddress address) {
        BsonDocument filter = due().append("receiver", new BsonObjectId(address.id()));
        BsonDocument order = new BsonDocument("due", new BsonInt32(1)).append("_id", new BsonInt32(1));
        return store.find(Find.in(COLLECTION).matching(filter).sorted(order).slice(0, MOST)).list().stream()
                .map(found -> new OutgoingNotice(
                        found.getObjectId("_id").getValue(),
                        Bson.text(found, "_etag"),
                        found.getObjectId("notice").getValue(),
                        Bson.moment(found, "since").orElse(Instant.EPOCH),
                        Bson.moment(found, "digest"),
                        found.getInt32("refusals").getValue()))
                .toList();
    }

    /** Notes what has become of one. */
    void settle(OutgoingNotice delivery, State state) {
        write(delivery, new BsonDocument("state", word(state)).append("settled", at(clock.instant())));
    }

    /** Notes that the receiver has answered and not taken it. */
    void refused(OutgoingNotice delivery) {
        write(delivery, new BsonDocument("refusals", new BsonInt32(delivery.refusals() + 1)));
    }

    private void write(OutgoingNotice delivery, BsonDocument set) {
        try {
            store.update(COLLECTION, delivery.id(), delivery.etag(), set.append("_etag", Outbox.etag()), Set.of());
        } catch (DuplicateKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** How many wait for each receiver. */
    Map<ObjectId, Integer> counts() {
        Map<ObjectId, Integer> counts = new HashMap<>();
        Find find = Find.in(COLLECTION).matching(waiting()).only(new BsonDocument("receiver", new BsonInt32(1)));
        store.find(find)
                .list()
                .forEach(found -> counts.merge(found.getObjectId("receiver").getValue(), 1, Integer::sum));
        return counts;
    }

    /** Forgets all of an account that is gone. */
    void removeAllOf(String owner) {
        store.deleteAll(COLLECTION, new BsonDocument("owner", new BsonString(owner)));
    }

    /** Forgets what was settled more than 90 days ago. */
    void forgetOld() {
        BsonDateTime old = at(clock.instant().minus(KEPT));
        store.deleteAll(COLLECTION, new BsonDocument("settled", new BsonDocument("$lt", old)));
    }
}
