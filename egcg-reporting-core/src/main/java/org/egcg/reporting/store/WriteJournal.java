package org.egcg.reporting.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonValue;

/**
 * Which documents of some collections were written last, by this process and by others as far as they tell. A reader asks
 * for the {@link #position} before he reads, and later for what was written {@link #since}: a write is noted when it is over,
 * so that one that was noted before the position was there to be read. Safe for use by several threads.
 */
public final class WriteJournal {

    /** What is behind more writes than this is read as a whole. */
    private static final int KEPT = 20_000;

    /** What is told to others at once. */
    private static final int TOLD = 200;

    /** By then a write that the store has not answered has happened or never will. */
    private static final Duration DOUBTED = Duration.ofMinutes(4);

    /**
     * What this process has written last to a collection, for others.
     *
     * @param from all that was written behind this is among the ids
     * @param to the last of them
     */
    public record Told(long from, long to, List<BsonValue> ids) {
        public Told {
            ids = List.copyOf(ids);
        }
    }

    private record Entry(long at, BsonValue id, boolean own) {}

    /** What is known of one collection; questions and news about what lies before a moment are answered with "anything". */
    private static final class Page {
        private final ArrayDeque<Entry> last = new ArrayDeque<>();
        private long unknown;
        private long unknownOwn;
        private long own;
        private Optional<Instant> doubted = Optional.empty();
    }

    private final Clock clock;
    private final Map<String, Page> pages = new HashMap<>();
    private long position;

    /** @param collections those that are looked after */
    public WriteJournal(Collection<String> collections, Clock clock) {
        this.clock = clock;
        collections.forEach(collection -> pages.put(collection, new Page()));
    }

    /** Where the journal stands now. */
    public synchronized long position() {
        return position;
    }

    /** This process has written documents. */
    synchronized void wrote(String collection, Collection<? extends BsonValue> ids) {
        note(collection, ids, true);
    }

    /** This process has written no one knows which documents. */
    synchronized void wroteAny(String collection) {
        any(collection, true);
    }

    /** This process has written something that the store did not answer: it may happen yet. */
    synchronized void doubt(String collection) {
        any(collection, true);
        Page page = pages.get(collection);
        if (page != null) {
            page.doubted = Optional.of(clock.instant().plus(DOUBTED));
        }
    }

    /** Another process has written documents. */
    public synchronized void learned(String collection, Collection<? extends BsonValue> ids) {
        note(collection, ids, false);
    }

    /** Another process has written no one knows which documents. */
    public synchronized void learnedAny(String collection) {
        any(collection, false);
    }

    private void note(String collection, Collection<? extends BsonValue> ids, boolean own) {
        Page page = pages.get(collection);
        if (page == null) {
            return;
        }
        for (BsonValue id : ids) {
            position++;
            page.last.addLast(new Entry(position, id, own));
            page.own = own ? position : page.own;
            if (page.last.size() > KEPT) {
                Entry forgotten = page.last.removeFirst();
                page.unknown = Math.max(page.unknown, forgotten.at);
                page.unknownOwn = forgotten.own ? Math.max(page.unknownOwn, forgotten.at) : page.unknownOwn;
            }
        }
    }

    private void any(String collection, boolean own) {
        Page page = pages.get(collection);
        if (page == null) {
            return;
        }
        position++;
        page.unknown = position;
        if (own) {
            page.unknownOwn = position;
            page.own = position;
        }
    }

    /** The documents of a collection that were written since a position; empty if it may be any. */
    public synchronized Optional<Set<BsonValue>> since(long before, String collection) {
        Page page = pages.get(collection);
        if (page == null || isDoubted(page) || before < page.unknown) {
            return Optional.empty();
        }
        Set<BsonValue> ids = new LinkedHashSet<>();
        page.last.descendingIterator().forEachRemaining(entry -> {
            if (entry.at > before) {
                ids.add(entry.id);
            }
        });
        return Optional.of(ids);
    }

    /** What was read while a write was in doubt may lack it, also when it no longer is. */
    private boolean isDoubted(Page page) {
        boolean doubted = page.doubted.isPresent();
        if (doubted && page.doubted.get().isBefore(clock.instant())) {
            page.doubted = Optional.empty();
            position++;
            page.unknown = position;
        }
        return doubted;
    }

    /** What this process has written last, by collection; only collections to which it has written at all. */
    public synchronized Map<String, Told> told() {
        Map<String, Told> told = new HashMap<>();
        pages.forEach((collection, page) -> {
            if (page.own > 0) {
                told.put(collection, told(page));
            }
        });
        return told;
    }

    private static Told told(Page page) {
        List<Entry> own = page.last.stream()
                .filter(entry -> entry.own && entry.at > page.unknownOwn)
                .toList();
        List<Entry> last = own.subList(Math.max(0, own.size() - TOLD), own.size());
        long from = own.size() > TOLD ? own.get(own.size() - TOLD - 1).at : page.unknownOwn;
        return new Told(
                from,
                page.own,
                new ArrayList<>(new LinkedHashSet<>(last.stream().map(Entry::id).toList())));
    }

    /** All collections that are looked after. */
    public Set<String> collections() {
        return Set.copyOf(pages.keySet());
    }
}
