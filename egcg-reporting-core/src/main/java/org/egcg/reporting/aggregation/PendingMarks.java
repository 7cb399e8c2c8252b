package org.egcg.reporting.aggregation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonValue;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Find;

/**
 * The durable note, made before each write, of the aggregates that it will put out of date. A note outlives the
 * process that made it, so that another process can finish the work. Safe for use by several threads and nodes.
 */
final class PendingMarks {

    static final String COLLECTION = "pending_aggregations";

    /** Longer than any write can take from its note to the store's answer; an older note has lost its writer. */
    static final Duration GRACE = Duration.ofMinutes(2);

    private static final int TARGETS_PER_MARK = 10_000;

    /** A note is not made young again once it is this old. */
    private static final Duration YOUNG = GRACE.dividedBy(4);

    /** How long a note that is done with may be kept for the next write: other nodes take it for one of a slow write. */
    private static final Duration SPARE = Duration.ofSeconds(5);

    private static final int SPARES = 16;

    private final DocumentStore store;
    private final Clock clock;
    private final Set<BsonValue> underWay = ConcurrentHashMap.newKeySet();
    private final Set<BsonValue> abandoned = ConcurrentHashMap.newKeySet();

    /** Stored notes that are done with. The next write writes over one, which spares it a command to delete its own. */
    private final Deque<Mark> spare = new ConcurrentLinkedDeque<>();

    PendingMarks(DocumentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Notes the targets, and answers the notes to be cleared when they are renewed. */
    List<Mark> make(Collection<AffectedDocuments> targets) {
        List<Mark> marks = new ArrayList<>();
        boolean noted = false;
        try {
            note(new ArrayList<>(targets), marks);
            noted = true;
            return marks;
        } finally {
            if (!noted) {
                abandon(marks);
            }
        }
    }

    private void note(List<AffectedDocuments> all, List<Mark> marks) {
        for (int from = 0; from < all.size(); from += TARGETS_PER_MARK) {
            List<AffectedDocuments> part = all.subList(from, Math.min(all.size(), from + TARGETS_PER_MARK));
            Mark mark = new Mark(unusedId(), clock.instant(), List.copyOf(part));
            // Before the note is stored: else the tidying thread of this process could take it for another's.
            underWay.add(mark.id());
            marks.add(mark);
            store.put(COLLECTION, mark.stored());
        }
    }

    private BsonValue unusedId() {
        Mark last = spare.pollLast();
        if (last == null) {
            return new BsonObjectId();
        }
        if (isOlder(last, YOUNG)) {
            delete(List.of(last));
            return new BsonObjectId();
        }
        return last.id();
    }

    private boolean isOlder(Mark mark, Duration age) {
        return Duration.between(mark.since(), clock.instant()).compareTo(age) >= 0;
    }

    /** Deletes all that are kept for the next write. */
    void deleteSpare() {
        List<Mark> all = new ArrayList<>(spare);
        spare.removeAll(all);
        delete(all);
    }

    /** Deletes what no write has taken up again. */
    void sweep() {
        List<Mark> all = new ArrayList<>();
        for (Mark next = spare.pollFirst(); next != null; next = spare.pollFirst()) {
            all.add(next);
        }
        delete(all.stream().filter(mark -> isOlder(mark, SPARE)).toList());
        all.stream().filter(mark -> !isOlder(mark, SPARE)).forEach(spare::addFirst);
    }

    /** Makes a note that is getting old young again, so that no process takes it for one that lost its writer. */
    List<Mark> renew(List<Mark> marks) {
        return marks.stream().map(this::renew).toList();
    }

    private Mark renew(Mark mark) {
        if (!isOlder(mark, YOUNG)) {
            return mark;
        }
        Mark renewed = new Mark(mark.id(), clock.instant(), mark.targets());
        store.put(COLLECTION, renewed.stored());
        return renewed;
    }

    /** What they name has been renewed. */
    void clear(Collection<Mark> marks) {
        if (marks.size() == 1 && spare.size() < SPARES && marks.stream().noneMatch(mark -> isOlder(mark, SPARE))) {
            spare.addAll(marks);
        } else {
            delete(marks);
        }
    }

    void delete(Collection<Mark> marks) {
        BsonArray ids = new BsonArray();
        marks.forEach(mark -> ids.add(mark.id()));
        if (!ids.isEmpty()) {
            BsonValue one = ids.size() == 1 ? ids.get(0) : new BsonDocument("$in", ids);
            store.deleteAll(COLLECTION, new BsonDocument("_id", one));
            abandoned.removeAll(ids);
            underWay.removeAll(ids);
        }
    }

    /** The write behind these notes is over, in whatever way, and their targets are still to be renewed. */
    void abandon(Collection<Mark> marks) {
        marks.forEach(mark -> abandoned.add(mark.id()));
        leave(marks);
    }

    /** This process no longer renews these notes; once they are old, any process that finds them finishes their work. */
    void leave(Collection<Mark> marks) {
        marks.forEach(mark -> underWay.remove(mark.id()));
    }

    /** The notes that no write of this process is at work on. */
    List<Mark> unattended() {
        return store.find(Find.in(COLLECTION)).list().stream()
                .map(Mark::of)
                .filter(mark -> !underWay.contains(mark.id()))
                .toList();
    }

    /** Whether no process is at work on it any more. */
    boolean isOrphan(Mark mark) {
        return abandoned.contains(mark.id()) || mark.since().plus(GRACE).isBefore(clock.instant());
    }

    /** One note. */
    record Mark(BsonValue id, Instant since, List<AffectedDocuments> targets) {

        BsonDocument stored() {
            return new BsonDocument("_id", id)
                    .append("since", new BsonDateTime(since.toEpochMilli()))
                    .append(
                            "targets",
                            new BsonArray(targets.stream()
                                    .map(AffectedDocuments::stored)
                                    .toList()));
        }

        static Mark of(BsonDocument stored) {
            return new Mark(
                    stored.get("_id"),
                    Instant.ofEpochMilli(stored.getDateTime("since").getValue()),
                    stored.getArray("targets").stream()
                            .map(BsonValue::asDocument)
                            .map(AffectedDocuments::of)
                            .toList());
        }
    }
}
