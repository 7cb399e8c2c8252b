package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Whether a stored document already says what a payload asks for, given that the server turns {@code "12"} into 12,
 * {@code 3} into 3.0 and {@code "a.b"} into nested objects. Tells a PATCH whose answer was lost from one that never came.
 */
final class Containment {
    private Containment() {}

    static boolean holds(JsonNode stored, JsonNode payload) {
        if (payload instanceof ObjectNode asked) {
            return asked.properties().stream()
                    .allMatch(field -> holds(field(stored, field.getKey()), field.getValue()));
        }
        if (payload.isArray()) {
            return sameMembers(stored, payload);
        }
        return stored.equals(payload) || sameNumber(stored, payload);
    }

    private static JsonNode field(JsonNode stored, String name) {
        JsonNode plain = stored.path(name);
        int dot = name.indexOf('.');
        return plain.isMissingNode() && dot > 0
                ? field(stored.path(name.substring(0, dot)), name.substring(dot + 1))
                : plain;
    }

    private static boolean sameMembers(JsonNode stored, JsonNode payload) {
        if (!stored.isArray() || stored.size() != payload.size()) {
            return false;
        }
        for (int place = 0; place < payload.size(); place++) {
            if (!holds(stored.get(place), payload.get(place))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameNumber(JsonNode stored, JsonNode payload) {
        if (!stored.isNumber() || !payload.isValueNode()) {
            return false;
        }
        try {
            double asked =
                    payload.isBoolean() ? (payload.booleanValue() ? 1 : 0) : Double.parseDouble(payload.asText());
            return stored.doubleValue() == (stored.isIntegralNumber() ? (long) asked : asked);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
