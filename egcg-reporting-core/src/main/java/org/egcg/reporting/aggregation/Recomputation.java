package org.egcg.reporting.aggregation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Snapshot;

/**
 * Computes stored aggregates anew, or only compares them, over ranges of documents side by side. It may run beside a
 * service at work, and a repair that is interrupted goes on where it was when it is started again. Safe for use by
 * several threads.
 */
public final class Recomputation {

    private final DocumentStore store;
    private final Relations relations;
    private final Renewal renewal;
    private final int workers;

    /**
     * @param workers how many ranges are worked on at the same time, at least 1
     */
    public Recomputation(DocumentStore store, Relations relations, int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException(workers + " workers do nothing");
        }
        this.store = store;
        this.relations = relations;
        this.renewal = new Renewal(store, relations, new WritesUnderWay());
        this.workers = workers;
    }

    public RecomputationScope everything() {
        return RecomputationScope.everything(relations);
    }

    /**
     * @throws ReportingException.NotFound if documents of this name add up to nothing
     */
    public RecomputationScope resource(String resource) {
        return RecomputationScope.resource(relation(resource).resource());
    }

    /**
     * One document, by what the laboratory calls it, such as a {@code run_id}, or by its {@code _id}. Throws as {@link
     * #resource}.
     */
    public RecomputationScope document(String resource, String id) {
        BsonDocument filter = ObjectId.isValid(id)
                ? new BsonDocument("_id", new BsonObjectId(new ObjectId(id)))
                : new BsonDocument(relation(resource).idField(), new BsonString(id));
        return RecomputationScope.matching(relation(resource).resource(), filter);
    }

    Relation relation(String resource) {
        return relations
                .of(resource)
                .orElseThrow(() -> new ReportingException.NotFound(resource + ": has no aggregated fields"));
    }

    /** Where the last repair of a scope was interrupted, for people to read; empty if it was not. */
    public Optional<String> interrupted(RecomputationScope scope) {
        Checkpoint kept = Checkpoint.of(store, scope);
        return kept.isBeginning()
                ? Optional.empty()
                : Optional.of(
                        kept.current().map(at -> at + ", after " + kept.done()).orElse("between resources"));
    }

    /** Makes the next repair of a scope begin at the beginning. */
    public void restart(RecomputationScope scope) {
        Checkpoint.beginning(scope).forget(store);
    }

    /** Stores what the aggregates should be wherever they are not, going on from an interruption. */
    public RecomputationOutcome repair(RecomputationScope scope, RecomputationProgress progress) {
        Checkpoint start = scope.isWide() ? Checkpoint.of(store, scope) : Checkpoint.beginning(scope);
        RecomputationOutcome outcome = walk(this::repaired, progress).along(scope, start, scope.isWide());
        restart(scope);
        return outcome;
    }

    /**
     * Changes nothing, and reports each field that is not what it should be. Beside writers it may report a field that
     * is just being renewed.
     *
     * @param reported called by one thread at a time
     */
    public RecomputationOutcome check(
            RecomputationScope scope, RecomputationProgress progress, Consumer<Difference> reported) {
        return walk((relation, found) -> compared(relation, found, reported), progress)
                .along(scope, Checkpoint.beginning(scope), false);
    }

    private Walk walk(Walk.Step step, RecomputationProgress progress) {
        return new Walk(store, this::relation, workers, step, progress);
    }

    private boolean repaired(Relation relation, Snapshot found) {
        BsonDocument expected = renewal.aggregated(relation, found.document());
        if (Difference.between(relation, found.document(), expected).isEmpty()) {
            return false;
        }
        if (!store.writeAggregated(relation.resource(), found, expected)) {
            renewal.renewDocument(relation.resource(), found.document().get("_id"));
        }
        return true;
    }

    private boolean compared(Relation relation, Snapshot found, Consumer<Difference> reported) {
        List<Difference> differences = differences(relation, found);
        if (!differences.isEmpty()) {
            differences = again(relation, found);
        }
        synchronized (reported) {
            differences.forEach(reported);
        }
        return !differences.isEmpty();
    }

    /** A writer may have been between the document and our reading of its children. */
    private List<Difference> again(Relation relation, Snapshot found) {
        BsonDocument itself = new BsonDocument("_id", found.document().get("_id"));
        return store.snapshots(relation.resource(), itself).stream()
                .flatMap(now -> differences(relation, now).stream())
                .toList();
    }

    private List<Difference> differences(Relation relation, Snapshot found) {
        return Difference.between(relation, found.document(), renewal.aggregated(relation, found.document()));
    }
}
