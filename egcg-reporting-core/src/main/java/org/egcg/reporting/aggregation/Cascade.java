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

    public Cascade(DocumentStore store, Relations relations, Clock clock) {
        this.relations = relations;
        this.renewal = new Renewal(store, relations);
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
     * Lets a write happen and renews what it touches before returning.
     *
     * @param versions the documents before and after the write, with their {@code _id}s
     * @return whether the write happened
     */
    public <E extends Exception> boolean around(String resource, Collection<BsonDocument> versions, Write<E> write)
            throws E {
        return around(touchedBy(resource, versions), write);
    }

    /** The same for a write that may touch every document of the resource. */
    public <E extends Exception> boolean aroundAll(String resource, Write<E> write) throws E {
        Set<AffectedDocuments> touched = new LinkedHashSet<>();
        relations.parentsOf(resource).forEach(parent -> touched.add(AffectedDocuments.all(parent.resource())));
        return around(touched, write);
    }

    /** What has begun comes to its end, whatever the request may cost. */
    private <E extends Exception> boolean around(Set<AffectedDocuments> touched, Write<E> write) throws E {
        RequestBudget.Binding suspended = RequestBudget.suspended();
        try {
            return unlimited(touched, write);
        } finally {
            suspended.close();
        }
    }

    private <E extends Exception> boolean unlimited(Set<AffectedDocuments> touched, Write<E> write) throws E {
        // Many notes take long to store; the first may be old before the write begins.
        List<PendingMarks.Mark> made = marks.renew(marks.make(touched));
        boolean happened = attempted(touched, made, write);
        if (happened) {
            finish(touched, made);
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
            Set<AffectedDocuments> touched, List<PendingMarks.Mark> made, Write<E> write) throws E {
        boolean answered = false;
        try {
            boolean happened = write.happens();
            answered = true;
            return happened;
        } catch (ReportingException.Unavailable uncertain) {
            marks.leave(made);
            // The finally block must not renew now: the store may not have done the write yet, and the marks stay.
            answered = true;
            throw uncertain;
        } finally {
            if (!answered) {
                finish(touched, made);
            }
        }
    }

    private void finish(Set<AffectedDocuments> touched, List<PendingMarks.Mark> made) {
        boolean finished = false;
        try {
            renewal.renew(touched);
            marks.clear(made);
            finished = true;
        } catch (ReportingException.TooLarge unfit) {
            // The write stands, so its client must not be told that it was refused.
            LOG.log(System.Logger.Level.WARNING, "sums do not fit: " + unfit.getMessage(), unfit);
        } finally {
            if (!finished) {
                marks.abandon(made);
            }
        }
    }

    private Set<AffectedDocuments> touchedBy(String resource, Collection<BsonDocument> versions) {
        Set<AffectedDocuments> touched = new LinkedHashSet<>();
        if (relations.of(resource).filter(relation -> !relation.standsAlone()).isPresent()) {
            versions.forEach(version ->
                    touched.add(new AffectedDocuments(resource, new BsonDocument("_id", version.get("_id")))));
        }
        versions.forEach(version -> touched.addAll(relations.fedBy(resource, version)));
        return touched;
    }

    /**
     * Renews what writes have noted and not finished: those of a process that died, and those whose renewal failed.
     * Notes of writes that another node may still have under way stay, so it does no harm at any time.
     *
     * @return how many notes there were that no write of this node is at work on
     */
    public int finishInterrupted() {
        List<PendingMarks.Mark> found = marks.unattended();
        found.forEach(this::finish);
        return found.size();
    }

    private void finish(PendingMarks.Mark mark) {
        try {
            renewal.renew(mark.targets());
            if (marks.isOrphan(mark)) {
                marks.clear(List.of(mark));
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

    /** Renews one document, whatever was written before. */
    public void renew(String resource, BsonValue id) {
        renewal.renewDocument(resource, id);
    }
}
