package org.egcg.reporting.aggregation;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.egcg.reporting.store.Snapshot;

/**
 * What children of the documents renewed last come to, each as of a revision of its document. It is of use only while
 * the document is at that revision: after any other write to it, here or on another node, all children are read again.
 * Safe for use by several threads.
 */
final class KeptTallies {

    /** Some 20 MB. */
    private static final long WEIGHT_AT_MOST = 200_000;

    record Key(String resource, BsonValue id) {}

    record Kept(BsonValue revision, BsonValue etag, IdentityHashMap<GatheredChildren, TalliedChildren> sources) {

        Kept(BsonValue revision, BsonDocument document, IdentityHashMap<GatheredChildren, TalliedChildren> sources) {
            this(revision, etag(document), sources);
        }

        private static BsonValue etag(BsonDocument document) {
            return document.getOrDefault("_etag", BsonNull.VALUE);
        }

        /** Whether the document has not been written to since; one that was deleted and stored again counts from the start. */
        boolean isOf(Snapshot snapshot) {
            return revision.equals(snapshot.revision()) && etag.equals(etag(snapshot.document()));
        }

        long weight() {
            return 1
                    + sources.values().stream()
                            .mapToLong(TalliedChildren::weight)
                            .sum();
        }
    }

    private record Weighed(Kept kept, long weight) {}

    private final LinkedHashMap<Key, Weighed> byKey = new LinkedHashMap<>();
    private long weight;

    /** Takes it out: whoever counts on puts it back. */
    synchronized Optional<Kept> take(Key key) {
        Weighed taken = byKey.remove(key);
        if (taken == null) {
            return Optional.empty();
        }
        weight -= taken.weight();
        return Optional.of(taken.kept());
    }

    synchronized void put(Key key, Kept kept) {
        take(key);
        Weighed weighed = new Weighed(kept, kept.weight());
        byKey.put(key, weighed);
        weight += weighed.weight();
        while (weight > WEIGHT_AT_MOST) {
            take(byKey.keySet().iterator().next());
        }
    }
}
