package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A stored document: what the server keeps about it, and its content as the caller's own type.
 *
 * @param id its {@code _id}, the one that item addresses take
 * @param etag its {@code _etag}, which {@code If-Match} wants
 * @param created when it was stored, UTC; empty where the endpoint does not tell
 * @param updated when it was last written, UTC; recomputed aggregates do not count
 */
public record Document<T>(
        String id, String etag, Optional<LocalDateTime> created, Optional<LocalDateTime> updated, T content) {

    static <T> Document<T> of(JsonNode json, Class<T> type, ObjectMapper mapper) {
        return new Document<>(
                json.path("_id").asText(),
                json.path("_etag").asText(),
                moment(json.path("_created")),
                moment(json.path("_updated")),
                content(json, type, mapper));
    }

    /** The content as the given type; unknown fields are left out. */
    static <T> T content(JsonNode json, Class<T> type, ObjectMapper mapper) {
        return mapper.convertValue(json, type);
    }

    private static Optional<LocalDateTime> moment(JsonNode text) {
        return text.isTextual() ? Optional.of(ApiDate.parse(text.textValue())) : Optional.empty();
    }
}
