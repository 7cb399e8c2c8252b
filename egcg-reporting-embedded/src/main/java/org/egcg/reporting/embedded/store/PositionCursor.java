package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rest of a result: where its documents are. They are read when they are asked for, so that memory stays small. */
final class PositionCursor extends AbstractCursor {
    static final int DEFAULT_BATCH = 101;

    private final Function<List<Object>, Stream<Document>> reader;
    private List<Object> remaining;

    PositionCursor(long id, List<Object> remaining, Function<List<Object>, Stream<Document>> reader) {
        super(id);
        this.remaining = remaining;
        this.reader = reader;
    }

    @Override
    public synchronized boolean isEmpty() {
        return remaining.isEmpty();
    }

    @Override
    public synchronized List<Document> takeDocuments(int asked) {
        CursorBatch batch = new CursorBatch(asked);
        List<Document> taken = new ArrayList<>();
        int size = 0;
        while (size < remaining.size() && batch.hasRoom()) {
            reader.apply(remaining.subList(size, ++size)).forEach(document -> {
                batch.add(document);
                taken.add(document);
            });
        }
        remaining = remaining.subList(size, remaining.size());
        return taken;
    }
}
