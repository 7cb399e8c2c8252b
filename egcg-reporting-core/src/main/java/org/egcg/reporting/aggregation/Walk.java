package org.egcg.reporting.aggregation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.store.Find;
import org.egcg.reporting.store.Snapshot;

/**
 * One pass over the documents of a scope, several ranges of their ids at the same time. What it remembers as done is
 * done without gaps, so another pass may go on from there. For one thread, once.
 */
final class Walk {

    private static final int RANGE = 200;

    /** What is done to each document, by several threads; tells whether it was different. */
    interface Step {
        boolean take(Relation relation, Snapshot found);
    }

    /** Documents from one {@code _id} to another, both included. */
    private record Range(BsonValue first, BsonValue last, int size) {
        BsonDocument within(BsonDocument filter) {
            BsonDocument both = new BsonDocument("_id", new BsonDocument("$gte", first).append("$lte", last));
            filter.forEach(both::putIfAbsent);
            return both;
        }
    }

    /** A range that is being worked on. */
    private record Pending(Range range, Future<RecomputationOutcome> outcome) {}

    private final DocumentStore store;
    private final Function<String, Relation> relations;
    private final int workers;
    private final Step step;
    private final RecomputationProgress progress;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private RecomputationOutcome outcome = new RecomputationOutcome(0, 0);
    private Checkpoint here;
    private boolean kept;
    private long total;

    Walk(
            DocumentStore store,
            Function<String, Relation> relations,
            int workers,
            Step step,
            RecomputationProgress progress) {
        this.store = store;
        this.relations = relations;
        this.workers = workers;
        this.step = step;
        this.progress = progress;
    }

    /**
     * @param remember whether to keep in the store how far it has got
     */
    RecomputationOutcome along(RecomputationScope scope, Checkpoint start, boolean remember) {
        here = start;
        kept = remember;
        ExecutorService hands = Executors.newFixedThreadPool(workers, Walk::daemon);
        try {
            scope.resources().stream()
                    .filter(resource -> !start.finished().contains(resource))
                    .forEach(resource -> through(relations.apply(resource), scope.filter(), hands));
        } finally {
            hands.shutdownNow();
        }
        return outcome;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "recomputation");
        thread.setDaemon(true);
        return thread;
    }

    private void through(Relation relation, BsonDocument filter, ExecutorService hands) {
        total = store.count(relation.resource(), filter);
        here = here.in(relation.resource());
        try (Documents ids = store.find(rest(relation.resource(), filter))) {
            while (ids.hasNext()) {
                Range range = next(ids);
                pending.add(new Pending(range, hands.submit(() -> over(relation, range.within(filter)))));
                if (pending.size() > 2 * workers) {
                    await(pending.remove());
                }
            }
        }
        while (!pending.isEmpty()) {
            await(pending.remove());
        }
        here = here.finishing(relation.resource());
        keep();
    }

    private Find rest(String resource, BsonDocument filter) {
        BsonDocument rest = filter.clone();
        here.after().ifPresent(id -> rest.append("_id", new BsonDocument("$gt", id)));
        return Find.in(resource).matching(rest).only(new BsonDocument("_id", new BsonInt32(1)));
    }

    private static Range next(Documents ids) {
        BsonValue first = ids.next().get("_id");
        BsonValue last = first;
        int size = 1;
        while (size < RANGE && ids.hasNext()) {
            last = ids.next().get("_id");
            size++;
        }
        return new Range(first, last, size);
    }

    private RecomputationOutcome over(Relation relation, BsonDocument range) {
        List<Snapshot> found = store.snapshots(relation.resource(), range);
        long different =
                found.stream().filter(document -> step.take(relation, document)).count();
        return new RecomputationOutcome(found.size(), different);
    }

    private void await(Pending next) {
        outcome = outcome.plus(result(next.outcome()));
        here = here.reached(next.range().last(), next.range().size());
        keep();
        progress.reached(here.current().orElseThrow(), here.done(), Math.max(total, here.done()));
    }

    private void keep() {
        if (kept) {
            here.keep(store);
        }
    }

    private static RecomputationOutcome result(Future<RecomputationOutcome> future) {
        try {
            return future.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ReportingException.Unavailable("store", "interrupted while waiting for the store", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
