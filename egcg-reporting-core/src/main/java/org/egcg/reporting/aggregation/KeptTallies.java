package org.egcg.reporting.aggregation;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.store.DocumentWeight;
import org.egcg.reporting.store.Snapshot;

/**
 * What children of the documents renewed last come to, each as of a revision of its document. It is of use only while
 * the document is at that revision: after any other write to it, here or on another node, all children are read again.
 * Safe for use by several threads.
 */
final class KeptTallies {

    /** Some 20 MB. */
    private static final long WEIGHT_AT_MOST = 200_000;

    private static final int NAMES_AT_MOST = 10_000;

    record Key(String resource, BsonValue id) {}

    /**
     * One document's.
     *
     * @param document as this process has written it last, without what it adds up to
     * @param sources what its children come to
     */
    record Kept(Snapshot document, IdentityHashMap<GatheredChildren, TalliedChildren> sources) {

        private static final long BYTES = 100;

        Kept(BsonDocument document, BsonValue revision, IdentityHashMap<GatheredChildren, TalliedChildren> sources) {
            this(new Snapshot(withoutNumbers(document), revision), sources);
        }

        private static BsonDocument withoutNumbers(BsonDocument document) {
            BsonDocument rest = Bson.copy(document);
            rest.remove("aggregated");
            return rest;
        }

        /** Whether the document has not been written to since; one that was deleted and stored again counts from the start. */
        boolean isOf(Snapshot snapshot) {
            return document.revision().equals(snapshot.revision())
                    && etag(document.document()).equals(etag(snapshot.document()));
        }

        private static BsonValue etag(BsonDocument document) {
            return document.getOrDefault("_etag", BsonNull.VALUE);
        }

        long weight() {
            return DocumentWeight.of(document.document()) / BYTES
                    + sources.values().stream()
                            .mapToLong(TalliedChildren::weight)
                            .sum();
        }
    }

    private record Weighed(Kept kept, long weight) {}

    private final LinkedHashMap<Key, Weighed> byKey = new LinkedHashMap<>();

    /** Which document was called so when it was renewed; whether it still is, its revision tells. */
    private final Map<AffectedDocuments, Key> byName = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<AffectedDocuments, Key> eldest) {
            return size() > NAMES_AT_MOST;
        }
    };

    private long weight;

    /** Which document a target meant when it was renewed last; only the store knows whether it still does. */
    synchronized Optional<Key> named(AffectedDocuments target) {
        return Optional.ofNullable(byName.get(target));
    }

    /** Notes that a target means this document and can mean no other. */
    synchronized void name(AffectedDocuments target, Key key) {
        byName.put(target, key);
    }

    /** A target means another document, or none. */
    synchronized void forget(AffectedDocuments target) {
        byName.remove(target);
    }

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
