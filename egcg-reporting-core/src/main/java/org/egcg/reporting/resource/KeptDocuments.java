package org.egcg.reporting.resource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.store.Documents;

/**
 * What many documents of a resource say, kept in memory and brought up to date by reading those alone that were written since.
 * All of them are read at first, when too many were written or nobody knows which, and from time to time where others may write
 * to the store past this library. Safe for use by several threads, of which one reads.
 *
 * @param <T> what is kept of a document; never changed
 */
public final class KeptDocuments<T> {

    /** Read by their names in one question; more are read with all others. */
    private static final int AT_ONCE = 1000;

    /** For so long at most, what was written past the library is not seen. */
    private static final Duration TRUSTED = Duration.ofSeconds(30);

    /** Asks the store. */
    @FunctionalInterface
    public interface Question {

        /** @param ids of the documents that are wanted; empty for all */
        Documents ask(Optional<Set<BsonValue>> ids);
    }

    private final ChangeMarks changes;
    private final String resource;
    private final Function<BsonDocument, Optional<T>> reader;
    private final Clock clock;
    private SortedMap<ObjectId, T> known = Collections.emptySortedMap();
    private Optional<Instant> whole = Optional.empty();
    private long position;

    /** @param reader what is kept of a document; empty if it is not wanted */
    public KeptDocuments(
            ChangeMarks changes, String resource, Function<BsonDocument, Optional<T>> reader, Clock clock) {
        this.changes = changes;
        this.resource = resource;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * What the documents say now, by their ids in ascending order: the same map as last time if nothing was written. A question
     * that fails changes nothing.
     */
    public synchronized SortedMap<ObjectId, T> now(Question question) {
        long next = changes.position();
        Optional<Set<BsonValue>> written =
                isTrusted() ? changes.since(position, resource).filter(ids -> ids.size() <= AT_ONCE) : Optional.empty();
        if (written.isEmpty()) {
            Instant begun = clock.instant();
            known = Collections.unmodifiableSortedMap(read(new TreeMap<>(), question, written));
            whole = Optional.of(begun);
        } else if (!written.get().isEmpty()) {
            SortedMap<ObjectId, T> renewed = new TreeMap<>(known);
            written.get().forEach(id -> renewed.remove(id.asObjectId().getValue()));
            known = Collections.unmodifiableSortedMap(read(renewed, question, written));
        }
        position = next;
        return known;
    }

    private boolean isTrusted() {
        return whole.isPresent()
                && (changes.isComplete() || whole.get().plus(TRUSTED).isAfter(clock.instant()));
    }

    private SortedMap<ObjectId, T> read(SortedMap<ObjectId, T> into, Question question, Optional<Set<BsonValue>> ids) {
        try (Documents found = question.ask(ids)) {
            while (found.hasNext()) {
                BsonDocument document = found.next();
                ObjectId id = document.getObjectId("_id").getValue();
                reader.apply(document).ifPresent(value -> into.put(id, value));
            }
        }
        return into;
    }
}
