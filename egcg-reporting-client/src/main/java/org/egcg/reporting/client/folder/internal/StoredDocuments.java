package org.egcg.reporting.client.folder.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.egcg.reporting.client.Communicator;
import org.egcg.reporting.client.Query;

/** What the service holds of a run. */
public final class StoredDocuments {
    private static final int PAGE = 1000;

    /** As many ids as an address may hold. */
    private static final int IDS = 50;

    /** Resources of which the documents name their run. */
    private static final Set<String> OF_THE_RUN = Set.of("run_elements", "unexpected_barcodes", "lanes", "runs");

    private final Communicator reporting;
    private final String runId;

    public StoredDocuments(Communicator reporting, String runId) {
        this.reporting = reporting;
        this.runId = runId;
    }

    /** Hands over those of the ids that are stored, and perhaps others. One page is in memory at a time. */
    public void each(String resource, String idField, Collection<String> ids, Consumer<JsonNode> taker) {
        if (ids.isEmpty()) {
            return;
        }
        if (OF_THE_RUN.contains(resource)) {
            all(resource, Query.where("run_id", runId), taker);
            return;
        }
        List<String> rest = new ArrayList<>(ids);
        for (int from = 0; from < rest.size(); from += IDS) {
            List<String> some = rest.subList(from, Math.min(from + IDS, rest.size()));
            all(resource, Query.where(idField, Map.of("$in", some)), taker);
        }
    }

    private void all(String resource, Query query, Consumer<JsonNode> taker) {
        try (Stream<JsonNode> found = reporting.streamDocuments(resource, query.with("max_results", PAGE))) {
            found.forEach(taker);
        }
    }
}
