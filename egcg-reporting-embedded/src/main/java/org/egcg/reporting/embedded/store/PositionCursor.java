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
    private final List<Object> positions;
    private int taken;

    PositionCursor(long id, List<Object> positions, Function<List<Object>, Stream<Document>> reader) {
        super(id);
        this.positions = positions;
        this.reader = reader;
    }

    @Override
    public synchronized boolean isEmpty() {
        return taken == positions.size();
    }

    @Override
    public synchronized List<Document> takeDocuments(int asked) {
        CursorBatch batch = new CursorBatch(asked);
        List<Document> documents = new ArrayList<>();
        while (!isEmpty() && batch.hasRoom()) {
            reader.apply(List.of(positions.get(taken++))).forEach(document -> {
                batch.add(document);
                documents.add(document);
            });
        }
        return documents;
    }
}
