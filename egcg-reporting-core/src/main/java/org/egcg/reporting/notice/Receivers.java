package org.egcg.reporting.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

/**
 * Sees to it that one node at a time sends to a receiver, and that one that fails is tried more and more seldom: after a
 * minute, two, four, up to an hour. What a node had claimed that was killed is free after two minutes.
 */
final class Receivers {

    static final String COLLECTION = "notice_receivers";

    static final Duration LEASE = Duration.ofMinutes(2);

    private static final int MOST_DOUBLINGS = 6;
    private static final int MOST_MINUTES = 60;
    private static final int LONGEST = 300;

    private final DocumentStore store;
    private final Clock clock;

    Receivers(DocumentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** That this node may send to a receiver until a moment, and how often that has failed. */
    record Claim(ObjectId id, String etag, int failures, Instant until) {}

    /** Claims a receiver, unless another node has it, or it failed too short a time ago. */
    Optional<Claim> claim(MessageAddress address) {
        Instant now = clock.instant();
        Optional<BsonDocument> known = state(address.id());
        try {
            if (known.isEmpty()) {
                BsonDocument made = made(address, now.plus(LEASE));
                store.insert(COLLECTION, new ArrayList<>(List.of(made)));
                return Optional.of(claim(made, now));
            }
            boolean isTaken = isLater(known.get(), "until", now) || isLater(known.get(), "next", now);
            return isTaken ? Optional.empty() : renewed(claim(known.get(), now));
        } catch (DuplicateKeyException anotherNode) {
            return Optional.empty();
        }
    }

    private static Claim claim(BsonDocument state, Instant now) {
        return new Claim(
                state.getObjectId("_id").getValue(),
                Bson.text(state, "_etag"),
                state.getInt32("failures").getValue(),
                now.plus(LEASE));
    }

    /** The claim for two more minutes; empty if another node has taken it. */
    Optional<Claim> renewed(Claim claim) {
        Instant until = clock.instant().plus(LEASE);
        return written(claim, claim.failures(), until, new BsonDocument("until", at(until)));
    }

    private static BsonDocument made(MessageAddress address, Instant until) {
        return new BsonDocument("_id", new BsonObjectId(address.id()))
                .append("_etag", Outbox.etag())
                .append("owner", new BsonString(address.owner()))
                .append("channel", new BsonString(address.channel().word()))
                .append("target", new BsonString(address.target()))
                .append("failures", new BsonInt32(0))
                .append("error", new BsonString(""))
                .append("until", at(until));
    }

    private Optional<BsonDocument> state(ObjectId id) {
        Find find = Find.in(COLLECTION).matching(new BsonDocument("_id", new BsonObjectId(id)));
        return store.find(find).list().stream().findFirst();
    }

    private static boolean isLater(BsonDocument state, String field, Instant now) {
        return Bson.moment(state, field).filter(moment -> moment.isAfter(now)).isPresent();
    }

    private static BsonDateTime at(Instant moment) {
        return new BsonDateTime(moment.toEpochMilli());
    }

    /** It has taken something. */
    Optional<Claim> succeeded(Claim claim) {
        BsonDocument set = new BsonDocument("failures", new BsonInt32(0))
                .append("error", new BsonString(""))
                .append("sent", at(clock.instant()));
        return written(claim, 0, claim.until(), set);
    }

    /** It has not; it is free again, and tried when it is time. */
    void failed(Claim claim, String error) {
        Instant now = clock.instant();
        long minutes = Math.min(MOST_MINUTES, 1L << Math.min(claim.failures(), MOST_DOUBLINGS));
        String said = error.length() > LONGEST ? error.substring(0, LONGEST) : error;
        BsonDocument set = new BsonDocument("failures", new BsonInt32(claim.failures() + 1))
                .append("error", new BsonString(said))
                .append("next", at(now.plus(Duration.ofMinutes(minutes))))
                .append("until", at(now));
        written(claim, claim.failures() + 1, now, set);
    }

    /** All that there was was sent. */
    void release(Claim claim) {
        Instant now = clock.instant();
        written(claim, claim.failures(), now, new BsonDocument("until", at(now)));
    }

    private Optional<Claim> written(Claim claim, int failures, Instant until, BsonDocument set) {
        BsonString etag = Outbox.etag();
        try {
            return store.update(COLLECTION, claim.id(), claim.etag(), set.append("_etag", etag), Set.of())
                    ? Optional.of(new Claim(claim.id(), etag.getValue(), failures, until))
                    : Optional.empty();
        } catch (DuplicateKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * All that anything was sent to, or tried.
     *
     * @param waiting how many notices wait for each
     */
    List<Receiver> all(Map<ObjectId, Integer> waiting) {
        return store.find(Find.in(COLLECTION)).list().stream()
                .map(state -> new Receiver(
                        Bson.text(state, "owner"),
                        Channel.named(Bson.text(state, "channel")).orElseThrow(),
                        Bson.text(state, "target"),
                        waiting.getOrDefault(state.getObjectId("_id").getValue(), 0),
                        state.getInt32("failures").getValue(),
                        Bson.text(state, "error"),
                        Bson.moment(state, "next"),
                        Bson.moment(state, "sent")))
                .toList();
    }

    /** Forgets those of an account that is gone. */
    void removeAllOf(String owner) {
        store.deleteAll(COLLECTION, new BsonDocument("owner", new BsonString(owner)));
    }
}
