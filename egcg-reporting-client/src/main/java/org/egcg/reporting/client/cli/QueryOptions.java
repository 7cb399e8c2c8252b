package org.egcg.reporting.client.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.egcg.reporting.client.Query;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which documents: the endpoint and what narrows it down. */
final class QueryOptions {
    @Parameters(index = "0", paramLabel = "ENDPOINT", description = "Such as runs, samples or lims/sample_info")
    private String endpoint;

    @Option(names = "--where", paramLabel = "JSON", description = "A filter in MongoDB's terms: '{\"run_id\": \"r1\"}'")
    private String where;

    @Option(names = "--match", paramLabel = "JSON", description = "The filter of a lims endpoint")
    private String match;

    @Option(names = "--sort", paramLabel = "FIELD,…", description = "The order; - before a field for falling order")
    private String sort;

    @Option(names = "--embed", paramLabel = "FIELD", split = ",", description = "Put documents in the place of ids")
    private List<String> embed = List.of();

    @Option(names = "--fields", paramLabel = "FIELD", split = ",", description = "Only these fields")
    private List<String> fields = List.of();

    @Option(names = "--page-size", paramLabel = "N", description = "Documents per request (100)")
    private Integer pageSize;

    @Option(names = "--page", paramLabel = "N", description = "Which page, counted from 1")
    private Integer page;

    @Option(names = "--argument", paramLabel = "NAME=TEXT", description = "Any further argument of the query")
    private Map<String, String> arguments = new LinkedHashMap<>();

    String endpoint() {
        return endpoint;
    }

    Query query() {
        Query query = with(with(Query.all(), "where", object("--where", where)), "match", object("--match", match));
        query = with(query, "sort", sort);
        query = embed.isEmpty() ? query : query.embed(embed.toArray(String[]::new));
        query = fields.isEmpty() ? query : query.project(fields.toArray(String[]::new));
        query = with(with(query, "max_results", pageSize), "page", page);
        for (Map.Entry<String, String> argument : arguments.entrySet()) {
            query = query.with(argument.getKey(), argument.getValue());
        }
        return query;
    }

    private static Query with(Query query, String name, Object value) {
        return value == null ? query : query.with(name, value);
    }

    private static JsonNode object(String option, String text) {
        if (text == null) {
            return null;
        }
        try {
            JsonNode tree = new ObjectMapper().readTree(text);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("%s is no JSON: %s".formatted(option, e.getOriginalMessage()), e);
        }
        throw new IllegalArgumentException("%s is no JSON object: %s".formatted(option, text));
    }
}
