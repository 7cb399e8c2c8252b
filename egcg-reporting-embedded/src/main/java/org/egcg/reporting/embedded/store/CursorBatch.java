package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.bson.Document;

/** How much fits into one answer: so many documents as are asked for, a thousand at most, and few if they are large. */
final class CursorBatch {

    private static final int MOST = 1_000;

    /** In memory, of which there may be many at a time; on the wire it is a fraction of that. */
    private static final long LARGEST =
            Math.max(1 << 20, Math.min(16 << 20, Runtime.getRuntime().maxMemory() >> 9));

    private int left;
    private long bytes;

    /** @param asked as many as there may be if this is no number of documents */
    CursorBatch(int asked) {
        left = asked > 0 ? Math.min(asked, MOST) : MOST;
    }

    boolean hasRoom() {
        return left > 0 && bytes < LARGEST;
    }

    void add(Document document) {
        left--;
        bytes += DocumentType.memory(document);
    }
}
