package org.egcg.reporting.resource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Find;
import org.egcg.reporting.store.WriteJournal;
import org.egcg.reporting.trail.Origin;

/**
 * When documents were last written, by this node and by others on the same store. A write of this node is known when it is
 * answered; one of another node when both have {@linkplain #exchange exchanged} their marks, which costs each of them one
 * question, and one write if it has written anything, however much that was. Moments are when this node has learned of a
 * write, on its own clock, so that clocks of nodes need not agree: what was read before such a moment may lack the write.
 * What a node has written that was killed before it exchanged is not told to others. Which documents were written is known by
 * their ids, too, as far as a {@link WriteJournal} goes. Safe for use by several threads.
 */
public final class ChangeMarks {

    static final String COLLECTION = "change_marks";

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST_WRITERS = 1000;

    private final DocumentStore store;
    private final WriteJournal journal;
    private final boolean alone;
    private final BsonString node = new BsonString(new ObjectId().toHexString());
    private final Map<String, Instant> resources = new ConcurrentHashMap<>();
    private final Set<String> own = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> writers = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_WRITERS;
        }
    });
    private final AtomicBoolean untold = new AtomicBoolean();
    private Optional<Map<BsonValue, BsonValue>> seen = Optional.empty();
    private Map<String, WriteJournal.Told> told = Map.of();
    private volatile Instant latest = Instant.MIN;
    private Instant forgotten = Instant.EPOCH;

    public ChangeMarks(DocumentStore store) {
        this(store, new WriteJournal(Set.of(), Clock.systemUTC()), false);
    }

    /**
     * @param journal what this process writes
     * @param alone whether nobody else writes to the store
     */
    public ChangeMarks(DocumentStore store, WriteJournal journal, boolean alone) {
        this.store = store;
        this.journal = journal;
        this.alone = alone;
    }

    /** Notes a write of this node, and whose it was; call it when the write has happened and before it is answered. */
    public void written(DocumentsWritten news) {
        Instant now = Instant.now();
        resources.put(news.resource(), now);
        own.add(news.resource());
        String by = Origin.current().by();
        if (!by.isEmpty()) {
            writers.put(by, now);
        }
        untold.set(true);
        latest = now;
    }

    /** When this node has learned of the latest write of all; the beginning of time if it knows of none. */
    public Instant latest() {
        return latest;
    }

    /** When this node has learned of the latest write to a resource; the beginning of time if it knows of none. */
    public Instant latest(String resource) {
        return resources.getOrDefault(resource, Instant.MIN);
    }

    /** When a user has last written something on this node; the beginning of time if that is not known. */
    public Instant latestBy(String user) {
        return writers.getOrDefault(user, Instant.MIN);
    }

    /** Where to ask {@link #since} from, later, for what was written after this moment. */
    public long position() {
        return journal.position();
    }

    /**
     * The ids of the documents of a resource that this node has written since a position, or has learned of: also of those
     * whose aggregates alone were renewed. Empty if it may be any.
     */
    public Optional<Set<BsonValue>> since(long position, String resource) {
        return journal.since(position, resource);
    }

    /** Whether nothing is written to the store that is not known here. */
    public boolean isComplete() {
        return alone;
    }

    /**
     * Tells other nodes of what this one has written, and learns what they have; call it every second.
     *
     * @throws org.egcg.reporting.error.ReportingException.Unavailable if the store is away; nothing is lost by that
     */
    public synchronized void exchange() {
        leave();
        Map<BsonValue, BsonValue> now = new HashMap<>();
        store.find(Find.in(COLLECTION)).list().forEach(mark -> now.put(mark.get("_id"), mark));
        now.remove(node);
        if (seen.isEmpty()) {
            journal.collections().forEach(journal::learnedAny);
        }
        seen.filter(before -> !before.equals(now)).ifPresent(before -> learn(before, now));
        seen = Optional.of(now);
    }

    /** Tells others of what they may not know yet; call it at the end. */
    public synchronized void leave() {
        Map<String, WriteJournal.Told> written = journal.told();
        if (untold.getAndSet(false) || !written.equals(told)) {
            tell(written);
        }
    }

    private void tell(Map<String, WriteJournal.Told> written) {
        BsonDocument mark = new BsonDocument("_id", node)
                .append("mark", new BsonObjectId(new ObjectId()))
                .append("at", new BsonDateTime(System.currentTimeMillis()));
        BsonDocument news = new BsonDocument();
        own.forEach(resource ->
                news.append(resource, new BsonString(resources.get(resource).toString())));
        try {
            store.put(COLLECTION, mark.append("resources", news).append("documents", NodeMark.documents(written)));
            told = written;
            forgetOld();
        } catch (RuntimeException notTold) {
            untold.set(true);
            throw notTold;
        }
    }

    private void learn(Map<BsonValue, BsonValue> before, Map<BsonValue, BsonValue> now) {
        Instant moment = Instant.now();
        now.forEach((other, mark) -> {
            Set<String> news = NodeMark.learn(before.get(other), mark, journal);
            if (!news.isEmpty()) {
                news.forEach(resource -> resources.put(resource, moment));
                latest = moment;
            }
        });
    }

    /** Nodes that have been stopped leave their marks behind. */
    private void forgetOld() {
        Instant now = Instant.now();
        if (now.isAfter(forgotten.plus(Duration.ofHours(1)))) {
            forgotten = now;
            BsonDateTime old = new BsonDateTime(now.minus(KEPT).toEpochMilli());
            store.deleteAll(COLLECTION, new BsonDocument("at", new BsonDocument("$lt", old)));
        }
    }
}
