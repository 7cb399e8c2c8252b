package org.egcg.reporting.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.bson.BsonDocument;

/** Documents on their way out of the store: iterate once, then close. For one thread. */
public interface Documents extends Iterator<BsonDocument>, AutoCloseable {

    @Override
    void close();

    /** Everything that is left, in memory, which the request at work takes before; closes. */
    default List<BsonDocument> list() {
        RequestBudget budget = RequestBudget.current();
        try (this) {
            List<BsonDocument> all = new ArrayList<>();
            forEachRemaining(document -> {
                budget.hold(DocumentWeight.of(document));
                all.add(document);
            });
            return all;
        }
    }
}
