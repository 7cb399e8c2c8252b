package org.egcg.reporting.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.egcg.reporting.error.ReportingException.Malformed;

/**
 * What stands behind the {@code ?} of a request, decoded. Of an argument that is given several times the first counts;
 * links repeat all of those that mean nothing to us. Immutable.
 */
final class RequestArguments {

    /** How many characters all arguments together may have. */
    static final int LONGEST = 512 * 1024;

    private static final Set<String> PLACED = Set.of("max_results", "where", "sort", "page", "projection", "embedded");

    private final Map<String, List<String>> values;

    private RequestArguments(Map<String, List<String>> values) {
        this.values = values;
    }

    /** The arguments of a request; it is the original one that knows them. */
    static RequestArguments of(HttpServletRequest request) {
        return parse(ApiRequest.queryOf(request));
    }

    /** @throws Malformed if they are too long, no UTF-8 or contain NUL */
    static RequestArguments parse(String query) {
        if (query.length() > LONGEST) {
            throw new Malformed("arguments: " + query.length() + " characters; expected at most " + LONGEST);
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Decoding.Pair pair : Decoding.pairs(query)) {
            values.computeIfAbsent(pair.name(), name -> new ArrayList<>()).add(pair.value());
        }
        return new RequestArguments(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Set<String> names() {
        return values.keySet();
    }

    /** The first value of each. */
    Map<String, String> first() {
        Map<String, String> first = new HashMap<>();
        values.forEach((name, all) -> first.put(name, all.get(0)));
        return first;
    }

    /** All values of each, in the order in which they came. */
    Map<String, List<String>> all() {
        return Map.copyOf(values);
    }

    /** The first value; empty if there is none. */
    String first(String name) {
        return values.getOrDefault(name, List.of("")).get(0);
    }

    /** Those that links repeat at their end, as {@code name=value}. */
    List<String> repeated() {
        List<String> repeated = new ArrayList<>();
        values.forEach((name, all) -> {
            if (!PLACED.contains(name)) {
                all.forEach(value -> repeated.add(LinkText.plain(name) + "="
                        + (value.startsWith("{") ? LinkText.structured(value) : LinkText.plain(value))));
            }
        });
        return repeated;
    }
}
