package org.egcg.reporting.embedded.store;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** The first few of many in an order, found without keeping the others. */
record Foremost<T>(Comparator<T> order, int most) {

    /** In the order; what it does not tell apart stays in the order in which it came. */
    List<T> of(Stream<T> all) {
        Comparator<Placed<T>> placed =
                Comparator.<Placed<T>, T>comparing(Placed::value, order).thenComparingLong(Placed::place);
        PriorityQueue<Placed<T>> first = new PriorityQueue<>(placed.reversed());
        long[] places = new long[1];
        all.forEach(value -> {
            first.add(new Placed<>(value, places[0]++));
            if (first.size() > most) {
                first.poll();
            }
        });
        return first.stream().sorted(placed).map(Placed::value).toList();
    }

    private record Placed<T>(T value, long place) {}
}
