package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Lists that grow instead of being replaced: the stored members, then those of the payload that are not stored yet. */
final class UpdateLists {
    private UpdateLists() {}

    static ObjectNode extended(JsonNode stored, ObjectNode payload, Collection<String> lists) {
        ObjectNode extended = payload.deepCopy();
        lists.forEach(name -> extended.set(name, joined(name, stored.path(name), payload.path(name))));
        return extended;
    }

    private static ArrayNode joined(String name, JsonNode stored, JsonNode added) {
        ArrayNode joined = ApiJson.MAPPER.createArrayNode();
        members(name, stored).forEach(joined::add);
        Set<JsonNode> present = new HashSet<>();
        joined.forEach(present::add);
        members(name, added).forEach(member -> {
            if (!present.contains(member)) {
                joined.add(member);
            }
        });
        return joined;
    }

    private static JsonNode members(String name, JsonNode list) {
        if (list.isMissingNode() || list.isNull() || list.isArray()) {
            return list;
        }
        throw new IllegalArgumentException("%s is no list: %s".formatted(name, list));
    }
}
