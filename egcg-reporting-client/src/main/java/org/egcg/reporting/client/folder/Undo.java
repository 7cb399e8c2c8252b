package org.egcg.reporting.client.folder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;

/** Takes back what was stored of a run before the service refused the rest of it. */
final class Undo {
    private static final System.Logger LOG = System.getLogger(Undo.class.getName());

    private final ImportTarget target;
    private final Deque<Runnable> deeds = new ArrayDeque<>();

    Undo(ImportTarget target) {
        this.target = target;
    }

    /** Remembers a document that is new. */
    void posted(String resource, String idField, String id) {
        deeds.push(() -> target.remove(resource, idField, id));
    }

    /** What was added to a document that had been there stays: nothing tells a field that is empty from one that is not. */
    void patched(String resource, String idField, ImportStep.Patch patch) {
        ObjectNode before = patch.before();
        if (!before.isEmpty()) {
            deeds.push(() -> target.patch(resource, before, idField, patch.id()));
        }
    }

    /** Last first; what cannot be taken back is logged and stays. */
    void all() {
        for (Runnable deed : deeds) {
            try {
                deed.run();
            } catch (RuntimeException failed) {
                LOG.log(System.Logger.Level.WARNING, "not taken back: " + failed.getMessage(), failed);
            }
        }
        deeds.clear();
    }
}
