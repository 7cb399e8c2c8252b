package org.egcg.reporting.aggregation;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.RequestBudget;

/**
 * Keeps stored aggregates right around a write: notes durably what the write will put out of date, lets it happen,
 * then renews every distinct parent once, children before parents. What a crash leaves undone, {@link
 * #finishInterrupted} does. Safe for use by several threads and by several nodes on one store.
 */
public final class Cascade {

    private static final System.Logger LOG = System.getLogger(Cascade.class.getName());

    private final Relations relations;
    private final Renewal renewal;
    private final PendingMarks marks;
    private final WritesUnderWay writes = new WritesUnderWay();
    private final Distrust distrust;

    public Cascade(DocumentStore store, Relations relations, Clock clock) {
        this.relations = relations;
        this.renewal = new Renewal(store, relations, writes);
        this.distrust = new Distrust(clock);
        this.marks = new PendingMarks(store, clock);
    }

    /** What documents add up to. */
    public Relations relations() {
        return relations;
    }

    /** A write of one document or several of one resource; false if, in the end, nothing was written. */
    @FunctionalInterface
    public interface Write<E extends Exception> {
        boolean happens() throws E;
    }

    /** The numbers that come of a document's own fields alone, to be stored with it; none if it needs others. */
    public Optional<BsonDocument> own(String resource, BsonDocument document) {
        return relations.of(resource).filter(Relation::standsAlone).map(relation -> relation.aggregate(document));
    }

    /**
     * Lets a write happen, of all of these changes or none, and renews what it touches before returning.
     *
     * @return whether the write happened
     */
    public <E extends Exception> boolean around(String resource, Collection<DocumentChange> changes, Write<E> write)
            throws E {
        Contribution whole = new Contribution(relations, resource, changes);
        if (!distrust.isOver()) {
            whole.blur();
        }
        return around(touchedBy(resource, changes, whole), whole, write);
    }

    /** The same for a write that may do some of the changes and leave out others. */
    public <E extends Exception> boolean aroundSome(String resource, Collection<DocumentChange> changes, Write<E> write)
            throws E {
        Contribution some = new Contribution(relations, resource, changes);
        some.blur();
        return around(touchedBy(resource, changes, some), some, write);
    }

    /** The same for a write that may touch every document of the resource. */
    public <E extends Exception> boolean aroundAll(String resource, Write<E> write) throws E {
        Set<AffectedDocuments> touched = new LinkedHashSet<>();
        relations.parentsOf(resource).forEach(parent -> touched.add(AffectedDocuments.all(parent.resource())));
        return around(touched, Contribution.unclear(), write);
    }

    /** What has begun comes to its end, whatever the request may cost. */
    private <E extends Exception> boolean around(
            Set<AffectedDocuments> touched, Contribution contribution, Write<E> write) throws E {
        RequestBudget.Binding suspended = RequestBudget.suspended();
        writes.begin(contribution);
        try {
            return unlimited(touched, contribution, write);
        } finally {
            writes.end(contribution);
            suspended.close();
        }
    }

    private <E extends Exception> boolean unlimited(
            Set<AffectedDocuments> touched, Contribution contribution, Write<E> write) throws E {
        // Many notes take long to store; the first may be old before the write begins.
        List<PendingMarks.Mark> made = marks.renew(marks.make(touched));
        boolean happened = attempted(touched, contribution, made, write);
        if (happened) {
            finish(touched, contribution, made);
        } else {
            marks.clear(made);
        }
        return happened;
    }

    /**
     * A write that a store in trouble does not answer may still happen after we have given up on it, so its notes stay
     * until they are old. One that was refused may have been seen in part by others before it was taken back.
     */
    private <E extends Exception> boolean attempted(
            Set<AffectedDocuments> touched, Contribution contribution, List<PendingMarks.Mark> made, Write<E> write)
            throws E {
        boolean answered = false;
        try {
            boolean happened = write.happens();
            answered = true;
            return happened;
        } catch (ReportingException.Unavailable uncertain) {
            distrust.begin();
            marks.leave(made);
            // The finally block must not renew now: the store may not have done the write yet, and the marks stay.
            answered = true;
            throw uncertain;
        } finally {
            if (!answered) {
                contribution.blur();
                finish(touched, contribution, made);
            }
        }
    }

    private void finish(Set<AffectedDocuments> touched, Contribution contribution, List<PendingMarks.Mark> made) {
        boolean finished = false;
        try {
            renewal.renew(touched, contribution);
            marks.clear(made);
            finished = true;
        } catch (ReportingException.TooLarge unfit) {
            // The write stands, so its client must not be told that it was refused.
            LOG.log(System.Logger.Level.WARNING, "sums do not fit: " + unfit.getMessage(), unfit);
        } finally {
            if (!finished) {
                distrust.begin();
                marks.abandon(made);
            }
        }
    }

    private Set<AffectedDocuments> touchedBy(
            String resource, Collection<DocumentChange> changes, Contribution contribution) {
        Set<AffectedDocuments> touched = new LinkedHashSet<>();
        if (relations.of(resource).filter(relation -> !relation.standsAlone()).isPresent()) {
            changes.forEach(
                    change -> touched.add(new AffectedDocuments(resource, new BsonDocument("_id", change.id()))));
        }
        touched.addAll(contribution.targets());
        return touched;
    }

    /**
     * Renews what writes have noted and not finished: those of a process that died, and those whose renewal failed.
     * Notes of writes that another node may still have under way stay, so it does no harm at any time.
     *
     * @return how many notes there were that no write of this node is at work on
     */
    public int finishInterrupted() {
        marks.sweep();
        List<PendingMarks.Mark> found = marks.unattended();
        if (found.stream().anyMatch(distrust::isRoused)) {
            distrust.begin();
        }
        found.forEach(this::finish);
        return found.size();
    }

    private void finish(PendingMarks.Mark mark) {
        try {
            renewal.renew(mark.targets(), Contribution.unclear());
            if (marks.isOrphan(mark)) {
                marks.delete(List.of(mark));
                LOG.log(System.Logger.Level.INFO, "finished interrupted aggregation of {0}", described(mark));
            }
        } catch (ReportingException.TooLarge unfit) {
            LOG.log(System.Logger.Level.DEBUG, "still does not fit: {0}", described(mark));
        }
    }

    private static String described(PendingMarks.Mark mark) {
        return mark.targets().stream()
                .limit(5)
                .map(target -> target.resource() + " " + target.values().toJson())
                .toList()
                .toString();
    }

    /** Deletes the notes that are kept for the next write; there is none when the service ends. */
    public void tidyUp() {
        try {
            marks.deleteSpare();
        } catch (ReportingException.Unavailable away) {
            LOG.log(System.Logger.Level.DEBUG, "notes stay, and are found at the next start: {0}", away.getMessage());
        }
    }

    /** Renews one document, whatever was written before. */
    public void renew(String resource, BsonValue id) {
        renewal.renewDocument(resource, id);
    }
}
