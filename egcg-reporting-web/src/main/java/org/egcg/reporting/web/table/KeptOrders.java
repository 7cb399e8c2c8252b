package org.egcg.reporting.web.table;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The same rows in some orders in which they were asked for. Safe for threads. */
final class KeptOrders {

    private static final int KEPT = 4;

    private final Map<List<SortKey>, List<Row>> orders = new ConcurrentHashMap<>();

    /** @param sorted puts the rows in this order */
    List<Row> of(List<SortKey> keys, Supplier<List<Row>> sorted) {
        List<Row> known = orders.get(keys);
        if (known != null) {
            return known;
        }
        if (orders.size() >= KEPT) {
            orders.clear();
        }
        List<Row> found = sorted.get();
        orders.put(keys, found);
        return found;
    }
}
