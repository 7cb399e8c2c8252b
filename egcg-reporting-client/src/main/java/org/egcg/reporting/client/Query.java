package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What to ask an endpoint for: {@code Query.where("run_id", "r1").sort("-lane").pageSize(500)}. Immutable; each method
 * answers a new query. Without a word about paging, the first page of 100 documents is asked for.
 */
public final class Query {
    private static final Query EMPTY = new Query(Collections.emptyMap(), true, false);
    private static final String SIZE = "max_results";
    private static final String PAGE = "page";

    private final Map<String, JsonNode> arguments;
    private final boolean paged;
    private final boolean everyPage;

    private Query(Map<String, JsonNode> arguments, boolean paged, boolean everyPage) {
        this.arguments = arguments;
        this.paged = paged;
        this.everyPage = everyPage;
    }

    /** Everything the endpoint holds. */
    public static Query all() {
        return EMPTY;
    }

    /** Documents whose field, dotted for nested ones, equals the value or fits an operator object. */
    public static Query where(String field, @Nullable Object value) {
        return EMPTY.and(field, value);
    }

    /** Documents that fit a filter in MongoDB's terms. */
    public static Query where(Map<?, ?> filter) {
        return EMPTY.with("where", filter);
    }

    /** Documents that fit a filter given as text, sent as it is. */
    public static Query whereText(String filter) {
        return EMPTY.with("where", filter);
    }

    /** What the {@code lims/…} endpoints call a filter. */
    public static Query match(String field, @Nullable Object value) {
        return EMPTY.member("match", field, value);
    }

    /** A further condition of the filter. */
    public Query and(String field, @Nullable Object value) {
        return member("where", field, value);
    }

    /** A further condition of a {@code match}. */
    public Query andMatch(String field, @Nullable Object value) {
        return member("match", field, value);
    }

    /** Order by fields, the first one first; {@code -} before a name for falling order. */
    public Query sort(String... fields) {
        return with("sort", String.join(",", fields));
    }

    /** Order by {@code _id}, so that documents stored meanwhile move nothing from one page to another. */
    public Query stable() {
        return sort("_id");
    }

    /** Put the documents in place of the ids that these fields hold. */
    public Query embed(String... fields) {
        return members("embedded", fields);
    }

    /** Answer these fields only; {@code _id} and {@code _etag} always come. */
    public Query project(String... fields) {
        return members("projection", fields);
    }

    /** How many documents a page holds. */
    public Query pageSize(int documents) {
        return with(SIZE, documents);
    }

    /** Which page to ask for, counted from 1. */
    public Query page(int number) {
        return with(PAGE, number);
    }

    /** Say nothing about paging unless {@link #page} or {@link #pageSize} did. */
    public Query unpaged() {
        return new Query(arguments, false, everyPage);
    }

    /** Follow the pages to the last one. */
    public Query allPages() {
        return new Query(arguments, paged, true);
    }

    /**
     * Any argument by its name: objects go as JSON, lists as repeated arguments, booleans as {@code True} and
     * {@code False}, null not at all. What has no JSON form, a file among it, is an {@link IllegalArgumentException}.
     */
    public Query with(String name, @Nullable Object value) {
        Map<String, JsonNode> extended = new LinkedHashMap<>(arguments);
        extended.put(name, FileFields.none(ApiJson.tree(value), name));
        return new Query(Collections.unmodifiableMap(extended), paged, everyPage);
    }

    private Query members(String name, String... fields) {
        return Arrays.stream(fields)
                .reduce(this, (query, field) -> query.member(name, field, 1), (first, second) -> second);
    }

    private Query member(String name, String field, @Nullable Object value) {
        JsonNode present = arguments.get(name);
        if (present != null && !present.isObject()) {
            throw new IllegalArgumentException("%s is text already; '%s' cannot be added".formatted(name, field));
        }
        ObjectNode object = present == null ? ApiJson.MAPPER.createObjectNode() : present.deepCopy();
        return with(name, object.set(field, FileFields.none(ApiJson.tree(value), field)));
    }

    boolean everyPage() {
        return everyPage;
    }

    OptionalInt page() {
        JsonNode page = arguments.get(PAGE);
        return page == null ? OptionalInt.empty() : OptionalInt.of(page.asInt(1));
    }

    /** The query as it stands behind the {@code ?}, empty if there is nothing to say. */
    String text() {
        Map<String, JsonNode> sent = new LinkedHashMap<>(arguments);
        move(sent, SIZE, 100);
        move(sent, PAGE, 1);
        return FormText.of(sent);
    }

    private void move(Map<String, JsonNode> sent, String name, int unsaid) {
        JsonNode said = sent.remove(name);
        if (said != null || paged) {
            sent.put(name, said == null ? ApiJson.tree(unsaid) : said);
        }
    }

    /** The filter, for messages. */
    @Override
    public String toString() {
        JsonNode filter =
                arguments.getOrDefault("where", arguments.getOrDefault("match", ApiJson.MAPPER.createObjectNode()));
        return FormText.plain(filter);
    }
}
