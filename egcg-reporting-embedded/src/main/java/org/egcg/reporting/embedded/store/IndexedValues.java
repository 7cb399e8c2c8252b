package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What an index knows about a query: documents that match have one of these values.
 *
 * @param size how many documents have one, at most
 */
record IndexedValues(ValueLookup index, List<KeyValue> keys, long size) {

    private static final int FIRST = 64;
    private static final int MORE = 8;

    /** Asking an index for more values of one document takes longer than reading it. */
    private static final int MOST_TO_ASK_FOR = 8;

    static IndexedValues of(ValueLookup index, List<KeyValue> keys) {
        return new IndexedValues(
                index, keys, keys.stream().mapToLong(index::count).sum());
    }

    Set<Object> all() {
        return new HashSet<>(index.next(keys, IdRange.ALL, Integer.MAX_VALUE));
    }

    /**
     * The documents of a range that have some value of each index, in its order; found as they are consumed, and none is
     * read for it.
     *
     * @param each the one with the fewest documents first
     * @param wanted so many are probably enough; 0 if all are wanted
     */
    static Stream<Object> walk(List<IndexedValues> each, IdRange range, int wanted) {
        Effort effort = Effort.current();
        List<IndexedValues> others = each.stream()
                .skip(1)
                .filter(values -> values.keys().size() <= MOST_TO_ASK_FOR)
                .toList();
        int atOnce = wanted == 0 ? Integer.MAX_VALUE : Math.max(FIRST, wanted);
        return StreamSupport.stream(each.get(0).new Walk(range, atOnce), false)
                .peek(position -> effort.step())
                .filter(position -> others.stream().allMatch(values -> values.mayHold(position)));
    }

    private boolean mayHold(Object position) {
        return index.mayHold(keys, position);
    }

    /** Takes more at a time the longer it takes: of many values each time is dear. */
    private final class Walk extends AbstractSpliterator<Object> {

        private IdRange rest;
        private int most;
        private List<Object> some = List.of();
        private int next;
        private boolean last;

        Walk(IdRange range, int most) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.rest = range;
            this.most = most;
        }

        @Override
        public boolean tryAdvance(Consumer<? super Object> action) {
            if (next == some.size() && !last) {
                ask();
            }
            if (next == some.size()) {
                return false;
            }
            action.accept(some.get(next++));
            return true;
        }

        private void ask() {
            some = index.next(keys, rest, most);
            next = 0;
            last = some.size() < most;
            rest = some.isEmpty() ? rest : rest.after(some.get(some.size() - 1));
            most = (int) Math.min((long) most * MORE, Integer.MAX_VALUE);
        }
    }
}
