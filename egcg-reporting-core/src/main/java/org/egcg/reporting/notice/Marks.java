package org.egcg.reporting.notice;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Find;

/** What each user has read. */
final class Marks {

    static final String COLLECTION = "notice_marks";

    private final DocumentStore store;
    private final Clock clock;

    Marks(DocumentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The ids of notices that an account has read, of those that are still shown. */
    Set<String> read(String owner) {
        return store.find(Find.in(COLLECTION).matching(new BsonDocument("_id", new BsonString(owner)))).list().stream()
                .findFirst()
                .map(mark -> (Set<String>) new HashSet<>(Bson.texts(mark, "read")))
                .orElseGet(Set::of);
    }

    /**
     * Notes what an account has read.
     *
     * @param ids all of them, of those that are still shown
     */
    void read(String owner, Set<String> ids) {
        store.put(
                COLLECTION,
                new BsonDocument("_id", new BsonString(owner))
                        .append(
                                "read",
                                new BsonArray(ids.stream().map(BsonString::new).toList()))
                        .append("at", new BsonDateTime(clock.millis())));
    }

    void removeAllOf(String owner) {
        store.deleteAll(COLLECTION, new BsonDocument("_id", new BsonString(owner)));
    }
}
