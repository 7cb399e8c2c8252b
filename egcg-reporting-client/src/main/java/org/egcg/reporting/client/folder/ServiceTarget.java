package org.egcg.reporting.client.folder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.egcg.reporting.client.Communicator;
import org.egcg.reporting.client.Query;
import org.egcg.reporting.client.folder.internal.StoredDocuments;

/** The documents of a service, by its API. */
record ServiceTarget(Communicator reporting) implements ImportTarget {

    @Override
    public void each(String runId, String resource, String idField, Collection<String> ids, Consumer<JsonNode> taker) {
        new StoredDocuments(reporting, runId).each(resource, idField, ids, taker);
    }

    @Override
    public void post(String resource, List<JsonNode> documents) {
        Object body = documents.size() == 1 ? documents.get(0) : documents;
        reporting.postEntry(resource, body);
    }

    @Override
    public void patch(String resource, ObjectNode changes, String idField, String id) {
        reporting.patchEntry(resource, changes, idField, id);
    }

    @Override
    public void remove(String resource, String idField, String id) {
        for (JsonNode stored : reporting.getDocuments(resource, Query.where(idField, id))) {
            reporting.deleteEntry(
                    resource, stored.path("_id").asText(), stored.path("_etag").asText());
        }
    }
}
