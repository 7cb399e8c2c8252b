package org.egcg.reporting.resource;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.types.ObjectId;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.store.Documents;

/**
 * What many documents of a resource say, kept in memory and brought up to date by reading those alone that were written since.
 * All of them are read at first, when too many were written or nobody knows which, and from time to time where others may write
 * to the store past this library; of a document that is as it was nothing is made anew then. Safe for use by several threads.
 *
 * @param <T> what is kept of a document; never changed
 */
public final class KeptDocuments<T> {

    /** Read by their names in one question. */
    private static final int AT_ONCE = 1000;

    /** Up to so many are read by their names; of more, no more than a quarter of all, for the whole is read faster. */
    private static final int FEW = 1000;

    private static final int QUARTER = 4;

    /** For so long, what was written past the library is not seen; what takes long to read is read a tenth of the time at most. */
    private static final Duration TRUSTED = Duration.ofSeconds(30);

    private static final int TIMES_AS_LONG = 10;

    /** Asks the store. */
    @FunctionalInterface
    public interface Question {

        /** @param ids of the documents that are wanted; empty for all */
        Documents ask(Optional<Set<BsonValue>> ids);
    }

    /**
     * What is known.
     *
     * @param prints of the documents, by which it is seen that one is as it was
     * @param position of the changes, of which all before are in it
     */
    private record Known<T>(SortedMap<ObjectId, T> values, SortedMap<ObjectId, Long> prints, long position) {

        static <T> Known<T> nothing() {
            return new Known<>(Collections.emptySortedMap(), Collections.emptySortedMap(), 0);
        }

        Known<T> at(long later) {
            return new Known<>(values, prints, later);
        }

        boolean says(Known<T> other) {
            return prints.equals(other.prints);
        }
    }

    private final ChangeMarks changes;
    private final String resource;
    private final Function<BsonDocument, Optional<T>> reader;
    private final Clock clock;
    private volatile Known<T> known = Known.nothing();
    private volatile Optional<Instant> trustedUntil = Optional.empty();

    /** @param reader what is kept of a document, and of the same one always the same; empty if it is not wanted */
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
    public SortedMap<ObjectId, T> now(Question question) {
        if (!isTrusted()) {
            again(question);
        }
        return renewed(question);
    }

    /** Whether all was read lately enough for what may be written past the library. */
    public boolean isTrusted() {
        return trustedUntil
                .filter(end -> changes.isComplete() || end.isAfter(clock.instant()))
                .isPresent();
    }

    /** The same as {@link #now} but for what is written past the library, which {@link #again} alone sees. */
    public synchronized SortedMap<ObjectId, T> renewed(Question question) {
        long next = changes.position();
        Known<T> last = known;
        Optional<Set<BsonValue>> written = trustedUntil.isPresent()
                ? changes.since(last.position(), resource).filter(ids -> isFew(ids.size(), last))
                : Optional.empty();
        if (written.isEmpty()) {
            again(question);
        } else if (written.get().isEmpty()) {
            known = last.at(next);
        } else {
            known = some(question, List.copyOf(written.get()), last, next);
        }
        return known.values();
    }

    private static boolean isFew(int written, Known<?> last) {
        return written <= Math.max(FEW, last.values().size() / QUARTER);
    }

    private Known<T> some(Question question, List<BsonValue> written, Known<T> last, long position) {
        SortedMap<ObjectId, T> values = new TreeMap<>(last.values());
        SortedMap<ObjectId, Long> prints = new TreeMap<>(last.prints());
        written.forEach(id -> {
            values.remove(id.asObjectId().getValue());
            prints.remove(id.asObjectId().getValue());
        });
        for (int from = 0; from < written.size(); from += AT_ONCE) {
            Set<BsonValue> part = Set.copyOf(written.subList(from, Math.min(written.size(), from + AT_ONCE)));
            read(question, Optional.of(part), last, values, prints);
        }
        return known(values, prints, position);
    }

    /** Reads all documents. Meanwhile others are told what is known, and brought up to date. */
    public void again(Question question) {
        long position = changes.position();
        Instant begun = clock.instant();
        Known<T> last = known;
        SortedMap<ObjectId, T> values = new TreeMap<>();
        SortedMap<ObjectId, Long> prints = new TreeMap<>();
        read(question, Optional.empty(), last, values, prints);
        Known<T> whole = known(values, prints, position);
        Duration took = Duration.between(begun, clock.instant());
        synchronized (this) {
            known = whole.says(known) ? known.at(position) : whole;
            trustedUntil = Optional.of(begun.plus(longer(TRUSTED, took.multipliedBy(TIMES_AS_LONG))));
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static <T> Known<T> known(SortedMap<ObjectId, T> values, SortedMap<ObjectId, Long> prints, long position) {
        return new Known<>(
                Collections.unmodifiableSortedMap(values), Collections.unmodifiableSortedMap(prints), position);
    }

    private void read(
            Question question,
            Optional<Set<BsonValue>> ids,
            Known<T> last,
            Map<ObjectId, T> values,
            Map<ObjectId, Long> prints) {
        MessageDigest digest = digest();
        try (Documents found = question.ask(ids)) {
            while (found.hasNext()) {
                BsonDocument document = found.next();
                ObjectId id = document.getObjectId("_id").getValue();
                long print = print(document, digest);
                Long before = last.prints().get(id);
                if (before != null && before == print) {
                    values.put(id, last.values().get(id));
                    prints.put(id, print);
                } else {
                    reader.apply(document).ifPresent(value -> {
                        values.put(id, value);
                        prints.put(id, print);
                    });
                }
            }
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Two documents with one print have the same bytes, but for one in 2^64. */
    private static long print(BsonDocument document, MessageDigest digest) {
        digest.update(((RawBsonDocument) Bson.encoded(document)).getByteBuffer().asNIO());
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
