package org.egcg.reporting.trail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonObjectId;
import org.bson.types.ObjectId;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.store.Find;

/**
 * Keeps an entry of every write of a document. The entry is stored before the write, with the version that the write is
 * made of and the one that comes of it, and is believed if its document has, or has had, that version: so it is there
 * whenever its write is, however the process ends. An entry whose write was refused is taken out. Those that a killed
 * process has left in doubt are not shown, and taken out when they are old enough. Safe for use by several threads and
 * nodes.
 */
public final class Trail {

    /** Where entries are kept. */
    public static final String COLLECTION = "history";

    /** Longer than any write takes from its entry to its end. */
    static final Duration GRACE = Duration.ofMinutes(2);

    private static final int BLOCK = 500;

    private final DocumentStore store;
    private final Doubts doubts;
    private final Clock clock;
    private volatile Instant forgotten = Instant.EPOCH;

    public Trail(DocumentStore store, Clock clock) {
        this.store = store;
        this.doubts = new Doubts(store, COLLECTION);
        this.clock = clock;
    }

    /** A write of documents. */
    @FunctionalInterface
    public interface Write<E extends Exception> {
        /** @param written takes the documents as soon as each is written; those that are not in it are as they were */
        void happens(Set<ObjectId> written) throws E;
    }

    /**
     * Lets a write happen that these entries are about; what is not written is not kept.
     *
     * @return which documents were written
     */
    public <E extends Exception> Set<ObjectId> around(List<TrailEntry> entries, Write<E> write) throws E {
        keep(entries);
        boolean unknown = false;
        Set<ObjectId> written = new HashSet<>();
        try {
            write.happens(written);
            return written;
        } catch (Unavailable uncertain) {
            unknown = true;
            throw uncertain;
        } finally {
            if (!unknown) {
                withdraw(entries, written);
            }
        }
    }

    private void keep(List<TrailEntry> entries) {
        try {
            store.insert(
                    COLLECTION,
                    new ArrayList<>(entries.stream().map(TrailEntry::stored).toList()));
        } catch (DuplicateKeyException impossible) {
            throw new Conflict("history: two entries have the same id");
        }
    }

    private void withdraw(List<TrailEntry> entries, Set<ObjectId> written) {
        List<ObjectId> refused = entries.stream()
                .filter(entry -> entry.document().isPresent()
                        ? !written.contains(entry.document().get())
                        : written.isEmpty())
                .map(TrailEntry::id)
                .toList();
        if (!refused.isEmpty()) {
            remove(refused);
        }
    }

    private void remove(Collection<ObjectId> ids) {
        BsonArray all = new BsonArray(ids.stream().map(BsonObjectId::new).toList());
        store.deleteAll(COLLECTION, new BsonDocument("_id", new BsonDocument("$in", all)));
    }

    /**
     * Entries, the latest first; those whose write has not happened, or not yet, are left out.
     *
     * @param most how many
     */
    public List<TrailEntry> list(TrailQuestion question, int most) {
        List<TrailEntry> shown = new ArrayList<>();
        Optional<Instant> settled = Optional.empty();
        TrailQuestion rest = question;
        while (shown.size() < most) {
            int asked = Math.min(BLOCK, most - shown.size());
            List<TrailEntry> found = found(rest, asked);
            if (!found.isEmpty() && settled.isEmpty()) {
                settled = Optional.of(doubts.settled());
            }
            shown.addAll(settled.isPresent() ? doubts.without(found, settled.get()) : found);
            if (found.size() < asked) {
                break;
            }
            rest = question.olderThan(found.get(found.size() - 1).id());
        }
        return shown;
    }

    /** When the oldest entry was kept; empty if there is none. */
    public Optional<Instant> oldest() {
        return store
                .find(Find.in(COLLECTION)
                        .sorted(new BsonDocument("_id", new BsonInt32(1)))
                        .slice(0, 1))
                .list()
                .stream()
                .findFirst()
                .map(entry -> EntryIds.moment(entry.getObjectId("_id").getValue()));
    }

    private List<TrailEntry> found(TrailQuestion question, int most) {
        return store
                .find(Find.in(COLLECTION)
                        .matching(question.filter())
                        .sorted(new BsonDocument("_id", new BsonInt32(-1)))
                        .slice(0, most))
                .list()
                .stream()
                .map(TrailEntry::of)
                .toList();
    }

    /** The one entry of a document that led to a version; empty if it is not known. */
    public Optional<TrailEntry> of(ObjectId document, String etag) {
        return list(TrailQuestion.of("", document), Integer.MAX_VALUE).stream()
                .filter(entry -> entry.etag().equals(etag))
                .findFirst();
    }

    /** Takes out what is old enough and has not happened; call it now and then. */
    public void settle() {
        Instant from = doubts.settled();
        Instant to = clock.instant().minus(GRACE);
        if (to.minus(GRACE).isBefore(from)) {
            return;
        }
        TrailQuestion rest =
                new TrailQuestion("", "", "", Set.of(), "", "", Optional.of(from), Optional.of(to), Optional.empty());
        for (List<TrailEntry> found = found(rest, BLOCK); !found.isEmpty(); found = found(rest, BLOCK)) {
            List<ObjectId> believed =
                    doubts.without(found, from).stream().map(TrailEntry::id).toList();
            List<ObjectId> left = found.stream()
                    .map(TrailEntry::id)
                    .filter(id -> !believed.contains(id))
                    .toList();
            if (!left.isEmpty()) {
                remove(left);
            }
            rest = rest.olderThan(found.get(found.size() - 1).id());
        }
        doubts.settle(to);
    }

    /**
     * Forgets what is older than so many days, at most once an hour.
     *
     * @param days 0 if everything is kept
     */
    public void forgetBeyond(int days) {
        Instant now = clock.instant();
        if (days > 0 && now.isAfter(forgotten.plus(Duration.ofHours(1)))) {
            forgotten = now;
            store.deleteAll(COLLECTION, before(now.minus(Duration.ofDays(days))));
        }
    }

    private static BsonDocument before(Instant moment) {
        return new BsonDocument("_id", new BsonDocument("$lt", new BsonObjectId(EntryIds.from(moment))));
    }

    /** How many entries there are. */
    public long size() {
        return store.count(COLLECTION, new BsonDocument());
    }

    /** How many are older than a moment. */
    public long size(Instant before) {
        return store.count(COLLECTION, before(before));
    }

    /**
     * Forgets what is older than a moment, and keeps an entry of that.
     *
     * @param why of that entry
     * @return how many were forgotten
     */
    public long forget(Instant before, String why) {
        long[] count = new long[1];
        Origin current = Origin.current();
        TrailEntry entry = current.at("forget_history", "", why).during(() -> TrailEntry.emptied(COLLECTION));
        this.<RuntimeException>around(List.of(entry), written -> {
            count[0] = store.deleteAll(COLLECTION, before(before));
            if (count[0] > 0) {
                written.add(entry.id());
            }
        });
        return count[0];
    }
}
