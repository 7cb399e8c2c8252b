package org.egcg.reporting.web.table;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The parameters of a page's address. Each table of a page has its own, told apart by a prefix; the only table of a
 * page, and its main one, has none.
 */
public record TableQuery(Map<String, String> parameters) {

    private static final java.util.Set<String> OWN = java.util.Set.of("q", "sort", "page", "n", "cols", "w", "view");

    public TableQuery {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The parameters of one table, without its prefix. */
    Map<String, String> of(String prefix) {
        Map<String, String> own = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (isOf(prefix, name)) {
                own.put(name.substring(prefix.length()), value);
            }
        });
        return own;
    }

    /** Whether a parameter is one of the table with a prefix. */
    public boolean isOf(String prefix, String name) {
        return name.startsWith(prefix) && belongs(name.substring(prefix.length()));
    }

    private static boolean belongs(String name) {
        return OWN.contains(name) || name.startsWith("f.");
    }

    /**
     * That a parameter says something that is not known; empty if it is known, or says nothing.
     *
     * @param instead what it is not, and what is shown instead, as {@link Misread} has it
     */
    public Optional<Misread> misread(String name, Predicate<String> known, String instead) {
        return Optional.ofNullable(parameters.get(name))
                .filter(value -> !value.isBlank() && !known.test(value))
                .map(value -> Misread.of(name, value, instead));
    }

    /** This query with other parameters for one table. */
    TableQuery with(String prefix, Map<String, String> own) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.keySet().removeIf(name -> isOf(prefix, name));
        own.forEach((name, value) -> all.put(prefix + name, value));
        return new TableQuery(all);
    }

    /** This query with one parameter set, or left out if the value is empty. */
    public TableQuery with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.remove(name);
        if (!value.isEmpty()) {
            all.put(name, value);
        }
        return new TableQuery(all);
    }

    public TableQuery without(String... names) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.keySet().removeAll(java.util.Set.of(names));
        return new TableQuery(all);
    }

    /** The query with its question mark; empty text if there is nothing to say. */
    public String text() {
        StringBuilder text = new StringBuilder();
        parameters.forEach((name, value) -> text.append(text.length() == 0 ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value)));
        return text.toString();
    }

    /** Percent-encoded, except what may stand in a query as it is and is easier to read so. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%2C", ",")
                .replace("%3A", ":")
                .replace("%2F", "/");
    }
}
