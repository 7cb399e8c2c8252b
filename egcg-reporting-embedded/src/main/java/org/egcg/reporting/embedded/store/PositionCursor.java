package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.function.Function;

/** The rest of a result: where its documents are. They are read when they are asked for, so that memory stays small. */
final class PositionCursor extends AbstractCursor {
    static final int DEFAULT_BATCH = 101;
    private static final int LARGEST_BATCH = 1_000;

    private final Function<List<Object>, List<Document>> reader;
    private List<Object> remaining;

    PositionCursor(long id, List<Object> remaining, Function<List<Object>, List<Document>> reader) {
        super(id);
        this.remaining = remaining;
        this.reader = reader;
    }

    static int size(int asked) {
        return Math.min(asked > 0 ? asked : LARGEST_BATCH, LARGEST_BATCH);
    }

    @Override
    public synchronized boolean isEmpty() {
        return remaining.isEmpty();
    }

    @Override
    public synchronized List<Document> takeDocuments(int asked) {
        int size = Math.min(size(asked), remaining.size());
        List<Object> next = remaining.subList(0, size);
        remaining = remaining.subList(size, remaining.size());
        return reader.apply(next);
    }
}
