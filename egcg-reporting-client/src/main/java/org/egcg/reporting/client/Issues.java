package org.egcg.reporting.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.StringJoiner;

/** What an answer finds fault with: by field for one document, by place in the list and then by field for many. */
final class Issues {
    private static final int LONGEST = 2_000;

    private Issues() {}

    static ObjectNode of(String body) {
        return of(read(body));
    }

    private static JsonNode read(String body) {
        try {
            return ApiJson.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static ObjectNode of(JsonNode answer) {
        ObjectNode issues = ApiJson.MAPPER.createObjectNode();
        if (answer.path("_issues") instanceof ObjectNode own && !own.isEmpty()) {
            return own;
        }
        JsonNode verdicts = verdicts(answer);
        for (int place = 0; place < verdicts.size(); place++) {
            if (verdicts.path(place).path("_issues") instanceof ObjectNode own && !own.isEmpty()) {
                issues.set(String.valueOf(place), own);
            }
        }
        return issues;
    }

    /** The answers to the documents of a list, in the list's order; empty for an answer to one document. */
    static JsonNode verdicts(String body) {
        return verdicts(read(body));
    }

    private static JsonNode verdicts(JsonNode answer) {
        JsonNode data = answer.isArray() ? answer : answer.path("data");
        return data.isArray() ? data : ApiJson.MAPPER.createArrayNode();
    }

    /** The issues in one line, without secrets: {@code lane: required field; barcode: unknown field}; empty if none. */
    static String line(String body) {
        ObjectNode issues = of(body);
        StringJoiner line = new StringJoiner("; ");
        boolean many = issues.properties().stream()
                .allMatch(entry ->
                        entry.getKey().matches("\\d+") && entry.getValue().isObject());
        issues.properties()
                .forEach(entry -> line.add(
                        many
                                ? "document %s (%s)".formatted(entry.getKey(), fields(entry.getValue()))
                                : field(entry.getKey(), entry.getValue())));
        String text = Redaction.text(line.toString());
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static String fields(JsonNode issues) {
        StringJoiner line = new StringJoiner("; ");
        issues.properties().forEach(entry -> line.add(field(entry.getKey(), entry.getValue())));
        return line.toString();
    }

    private static String field(String name, JsonNode reason) {
        return name + ": " + (reason.isValueNode() ? reason.asText() : ApiJson.text(reason));
    }
}
