package org.egcg.reporting.aggregation;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonValue;

/**
 * Which documents this process is writing, and in which order readings of children and writes began: by the moments of a
 * clock that only counts. Safe for use by several threads.
 */
final class WritesUnderWay {

    private record Child(String resource, BsonValue id) {}

    private final AtomicLong clock = new AtomicLong();
    private final ConcurrentMap<Child, Contribution> writers = new ConcurrentHashMap<>();

    /** Before the write. Two writes of one document at the same time leave unclear which of them came first. */
    void begin(Contribution write) {
        for (BsonValue id : write.ids()) {
            Contribution other = writers.put(new Child(write.resource(), id), write);
            if (other != null) {
                other.blur();
                write.blur();
            }
        }
        write.began(clock.get());
    }

    /** After everything has been renewed. */
    void end(Contribution write) {
        write.ids().forEach(id -> writers.remove(new Child(write.resource(), id), write));
    }

    /** Who is writing a document. */
    Optional<Contribution> writing(String resource, BsonValue id) {
        return writers.isEmpty() ? Optional.empty() : Optional.ofNullable(writers.get(new Child(resource, id)));
    }

    /** The next moment: writes that begin from now on have it as theirs, or a later one. */
    long next() {
        return clock.incrementAndGet();
    }
}
