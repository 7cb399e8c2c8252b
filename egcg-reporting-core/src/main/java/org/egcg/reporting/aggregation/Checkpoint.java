package org.egcg.reporting.aggregation;

import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Find;

/**
 * How far a recomputation has got: the resources it has finished, and in the current one the {@code _id} up to which
 * everything is done. Kept in the store, so that another process can go on from there. For one thread.
 */
record Checkpoint(String scope, Set<String> finished, Optional<String> current, Optional<BsonValue> after, long done) {

    static final String COLLECTION = "recomputations";

    Checkpoint {
        finished = Set.copyOf(finished);
    }

    /** Where the last attempt at this scope was interrupted, or the beginning. */
    static Checkpoint of(DocumentStore store, RecomputationScope scope) {
        Iterator<BsonDocument> found = store.find(
                        Find.in(COLLECTION).matching(new BsonDocument("_id", new BsonString(scope.name()))))
                .list()
                .iterator();
        return found.hasNext() ? read(found.next()) : beginning(scope);
    }

    static Checkpoint beginning(RecomputationScope scope) {
        return new Checkpoint(scope.name(), Set.of(), Optional.empty(), Optional.empty(), 0);
    }

    private static Checkpoint read(BsonDocument stored) {
        return new Checkpoint(
                stored.getString("_id").getValue(),
                stored.getArray("finished").stream()
                        .map(resource -> resource.asString().getValue())
                        .collect(Collectors.toSet()),
                Optional.ofNullable(stored.get("current"))
                        .map(resource -> resource.asString().getValue()),
                Optional.ofNullable(stored.get("after")),
                stored.getInt64("done").getValue());
    }

    boolean isBeginning() {
        return finished.isEmpty() && after.isEmpty();
    }

    /** The same for a resource that may be the one in which the last attempt was interrupted, or one not begun yet. */
    Checkpoint in(String resource) {
        return current.equals(Optional.of(resource))
                ? this
                : new Checkpoint(scope, finished, Optional.of(resource), Optional.empty(), 0);
    }

    Checkpoint reached(BsonValue id, long more) {
        return new Checkpoint(scope, finished, current, Optional.of(id), done + more);
    }

    Checkpoint finishing(String resource) {
        Set<String> more = new java.util.HashSet<>(finished);
        more.add(resource);
        return new Checkpoint(scope, more, Optional.empty(), Optional.empty(), 0);
    }

    void keep(DocumentStore store) {
        BsonDocument stored = new BsonDocument("_id", new BsonString(scope))
                .append(
                        "finished",
                        new BsonArray(finished.stream().map(BsonString::new).toList()))
                .append("done", new BsonInt64(done));
        current.ifPresent(resource -> stored.append("current", new BsonString(resource)));
        after.ifPresent(id -> stored.append("after", id));
        store.put(COLLECTION, stored);
    }

    void forget(DocumentStore store) {
        store.deleteAll(COLLECTION, new BsonDocument("_id", new BsonString(scope)));
    }
}
