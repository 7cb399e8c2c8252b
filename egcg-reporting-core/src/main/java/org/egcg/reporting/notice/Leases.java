package org.egcg.reporting.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.store.Find;

/** Which of all nodes does what one of them is to do now and then: the one that holds the lease for it. */
final class Leases {

    static final String COLLECTION = "notice_turns";

    private final DocumentStore store;

    Leases(DocumentStore store) {
        this.store = store;
    }

    /**
     * A lease that this node has taken.
     *
     * @param first whether the work has never been finished before
     */
    record Lease(ObjectId id, String etag, boolean first) {}

    /** Takes the lease, if it was taken that long ago; of several nodes that ask at once one gets it. */
    Optional<Lease> take(String work, Instant now, Duration pause) {
        ObjectId id = NoticeIds.of(work);
        BsonDateTime taking = new BsonDateTime(now.toEpochMilli());
        BsonString etag = Outbox.etag();
        try {
            List<BsonDocument> found = store.find(
                            Find.in(COLLECTION).matching(new BsonDocument("_id", new BsonObjectId(id))))
                    .list();
            if (found.isEmpty()) {
                store.insert(COLLECTION, new ArrayList<>(List.of(made(work, id, etag, taking))));
                return Optional.of(new Lease(id, etag.getValue(), true));
            }
            BsonDocument last = found.get(0);
            boolean isTime = !Bson.moment(last, "taken")
                    .orElse(Instant.EPOCH)
                    .plus(pause)
                    .isAfter(now);
            BsonDocument set = new BsonDocument("taken", taking).append("_etag", etag);
            boolean taken = isTime && store.update(COLLECTION, id, Bson.text(last, "_etag"), set, Set.of());
            return taken
                    ? Optional.of(new Lease(
                            id, etag.getValue(), !last.getBoolean("begun").getValue()))
                    : Optional.empty();
        } catch (DuplicateKeyException anotherNode) {
            return Optional.empty();
        }
    }

    private static BsonDocument made(String work, ObjectId id, BsonString etag, BsonDateTime taking) {
        return new BsonDocument("_id", new BsonObjectId(id))
                .append("_etag", etag)
                .append("work", new BsonString(work))
                .append("taken", taking)
                .append("begun", BsonBoolean.FALSE);
    }

    /** Notes that the work was finished for the first time. */
    void begun(Lease lease) {
        try {
            BsonDocument set = new BsonDocument("begun", BsonBoolean.TRUE).append("_etag", Outbox.etag());
            store.update(COLLECTION, lease.id(), lease.etag(), set, Set.of());
        } catch (DuplicateKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
