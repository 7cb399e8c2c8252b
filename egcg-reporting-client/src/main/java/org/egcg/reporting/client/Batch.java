package org.egcg.reporting.client;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * How to treat many documents: one after the other and stopping at the first failure, unless said otherwise. Immutable.
 *
 * @param goesOn whether the rest goes on after a failure, which then stands in the result instead of being thrown
 * @param parallel how many documents are under way at once, 1 or more
 * @param chunk how many documents share a request where the API allows it, 1 or more
 * @param lists fields whose stored members stay when new ones are added
 * @param progress told after each document how many are done; called from several threads when parallel
 */
public record Batch(boolean goesOn, int parallel, int chunk, List<String> lists, IntConsumer progress) {

    public Batch {
        if (parallel < 1 || chunk < 1) {
            throw new IllegalArgumentException("parallel and chunk must be 1 or more");
        }
        lists = List.copyOf(lists);
    }

    /** Stops at the first failure and throws it; what was done before stays done. */
    public static Batch stopping() {
        return new Batch(false, 1, 1, List.of(), done -> {});
    }

    /** Goes on after failures and lists them in the result. */
    public static Batch continuing() {
        return new Batch(true, 1, 1, List.of(), done -> {});
    }

    /** The same with several documents under way at once; their order is then left to chance. */
    public Batch parallel(int documents) {
        return new Batch(goesOn, documents, chunk, lists, progress);
    }

    /** The same with several documents in one request. */
    public Batch chunk(int documents) {
        return new Batch(goesOn, parallel, documents, lists, progress);
    }

    /** The same with lists that grow instead of being replaced. */
    public Batch extending(String... names) {
        return new Batch(goesOn, parallel, chunk, List.of(names), progress);
    }

    /** The same, told how far it got. */
    public Batch progress(IntConsumer done) {
        return new Batch(goesOn, parallel, chunk, lists, done);
    }
}
