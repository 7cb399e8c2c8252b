package org.egcg.reporting.client.folder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.egcg.reporting.client.Communicator;
import org.egcg.reporting.client.Query;
import org.egcg.reporting.client.RestClientException;

/** Takes back what was stored of a run before the service refused the rest of it. */
final class Undo {
    private static final System.Logger LOG = System.getLogger(Undo.class.getName());

    private final Communicator reporting;
    private final Deque<Runnable> deeds = new ArrayDeque<>();

    Undo(Communicator reporting) {
        this.reporting = reporting;
    }

    /** Remembers a document that is new. */
    void posted(String resource, String idField, String id) {
        deeds.push(() -> delete(resource, Query.where(idField, id)));
    }

    /** What was added to a document that had been there stays: nothing tells a field that is empty from one that is not. */
    void patched(String resource, String idField, ImportStep.Patch patch) {
        ObjectNode before = patch.before();
        if (!before.isEmpty()) {
            deeds.push(() -> reporting.patchEntry(resource, before, idField, patch.id()));
        }
    }

    private void delete(String resource, Query query) {
        for (JsonNode stored : reporting.getDocuments(resource, query)) {
            reporting.deleteEntry(
                    resource, stored.path("_id").asText(), stored.path("_etag").asText());
        }
    }

    /** Last first; what cannot be taken back is logged and stays. */
    void all() {
        for (Runnable deed : deeds) {
            try {
                deed.run();
            } catch (RestClientException failed) {
                LOG.log(System.Logger.Level.WARNING, "not taken back: " + failed.getMessage(), failed);
            }
        }
        deeds.clear();
    }
}
