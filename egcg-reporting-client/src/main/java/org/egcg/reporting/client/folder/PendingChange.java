package org.egcg.reporting.client.folder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a document should say and does not yet. */
final class PendingChange {
    /** Fields that say what a document stands for. Their values may be new, and never others. */
    private static final Set<String> IDENTITY =
            Set.of("run_id", "lane", "lane_number", "barcode", "sample_id", "project_id", "number_of_lanes");

    private final RunFolder run;
    private final String resource;
    private final String id;
    private final ObjectNode changes = JsonNodeFactory.instance.objectNode();
    private final ObjectNode before = JsonNodeFactory.instance.objectNode();

    PendingChange(RunFolder run, String resource, String id) {
        this.run = run;
        this.resource = resource;
        this.id = id;
    }

    /** The change that it takes; empty if there is none. */
    Optional<ImportStep.Patch> between(JsonNode wanted, JsonNode stored) {
        for (Map.Entry<String, JsonNode> field : wanted.properties()) {
            JsonNode found = stored.path(field.getKey());
            if (!same(field.getValue(), found)) {
                change(field.getKey(), field.getValue(), found);
            }
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(new ImportStep.Patch(id, changes, before));
    }

    private void change(String name, JsonNode wanted, JsonNode found) {
        boolean missing = found.isMissingNode() || found.isNull();
        if (!missing && IDENTITY.contains(name)) {
            throw new FolderException(
                    run.path(),
                    "%s of %s is %s here, and %s in the service".formatted(name, resource + " " + id, wanted, found));
        }
        // which library and what the customer calls it, others know better
        if (missing || wanted.isNumber() || wanted.isObject()) {
            changes.set(name, wanted);
            if (!missing) {
                before.set(name, found);
            }
        }
    }

    /** Numbers are the same if their values are; an object may hold more than is wanted. */
    private static boolean same(JsonNode wanted, JsonNode found) {
        if (wanted.isNumber() && found.isNumber()) {
            return wanted.asDouble() == found.asDouble();
        }
        if (wanted.isObject() && found.isObject()) {
            return wanted.properties().stream().allMatch(field -> same(field.getValue(), found.path(field.getKey())));
        }
        return wanted.equals(found);
    }
}
