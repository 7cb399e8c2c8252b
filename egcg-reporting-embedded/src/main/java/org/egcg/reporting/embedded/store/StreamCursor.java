package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The rest of what a pipeline answers, computed as it is asked for. */
final class StreamCursor extends AbstractCursor implements AutoCloseable {

    private final Iterator<Document> documents;
    private final Effort effort;

    StreamCursor(long id, Iterator<Document> documents, Effort effort) {
        super(id);
        this.documents = documents;
        this.effort = effort;
    }

    @Override
    public synchronized boolean isEmpty() {
        return !documents.hasNext();
    }

    @Override
    public synchronized List<Document> takeDocuments(int asked) {
        return effort.during(() -> {
            CursorBatch batch = new CursorBatch(asked);
            List<Document> taken = new ArrayList<>();
            while (batch.hasRoom() && documents.hasNext()) {
                Document next = documents.next();
                batch.add(next);
                taken.add(next);
            }
            if (!documents.hasNext()) {
                close();
            }
            return taken;
        });
    }

    /** Gives back the memory that the pipeline has needed. */
    @Override
    public void close() {
        effort.close();
    }
}
