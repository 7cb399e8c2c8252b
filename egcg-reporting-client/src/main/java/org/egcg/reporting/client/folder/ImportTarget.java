package org.egcg.reporting.client.folder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** The documents that an import adds to. What it refuses it refuses by an exception of its own, which the import passes on. */
public interface ImportTarget {

    /** Hands over those of the ids that are stored, and perhaps others of the run. */
    void each(String runId, String resource, String idField, Collection<String> ids, Consumer<JsonNode> taker);

    /** Stores new documents: all of them, or none. */
    void post(String resource, List<JsonNode> documents);

    /** Changes fields of the document whose id field has this value. */
    void patch(String resource, ObjectNode changes, String idField, String id);

    /** Removes the document whose id field has this value, if there is one. */
    void remove(String resource, String idField, String id);
}
