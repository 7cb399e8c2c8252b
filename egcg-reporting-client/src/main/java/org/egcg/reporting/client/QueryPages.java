package org.egcg.reporting.client;

import static java.lang.System.Logger.Level.WARNING;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pages of a query, each asked for when it is needed. The query stays as the caller wrote it; only the number of
 * the next page is taken from the server's link.
 */
final class QueryPages implements Iterator<JsonNode> {
    private static final Pattern NUMBER = Pattern.compile("[?&]page=(\\d+)(?:&|$)");

    private final Reader reader;
    private final Query query;
    private OptionalInt next;

    QueryPages(Reader reader, Query query) {
        this.reader = reader;
        this.query = query;
        this.next = OptionalInt.of(query.page().orElse(1));
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public JsonNode next() {
        int current = next.orElseThrow(NoSuchElementException::new);
        boolean first = current == query.page().orElse(1);
        JsonNode page = reader.page(first ? query : query.page(current));
        next = after(current, page);
        return page;
    }

    private static OptionalInt after(int current, JsonNode page) {
        JsonNode link = page.path("_links").path("next");
        if (link.isMissingNode() || link.isNull()) {
            return OptionalInt.empty();
        }
        String address = link.path("href").asText();
        int following = number(address);
        if (following > current) {
            return OptionalInt.of(following);
        }
        ClientLog.LOG.log(
                WARNING, "Page {0} names {1} as the next one; stopped here", String.valueOf(current), address);
        return OptionalInt.empty();
    }

    /** The last {@code page=} counts: whatever a filter's text holds, the server writes the number behind it. */
    private static int number(String address) {
        Matcher matcher = NUMBER.matcher(address);
        int number = -1;
        int from = 0;
        while (matcher.find(from)) {
            number = Integer.parseInt(matcher.group(1));
            from = matcher.end(1);
        }
        if (number < 0) {
            throw new RestClientException(
                    "%s did not contain all required fields: ('max_results', 'page')".formatted(address));
        }
        return number;
    }

    /** Fetches the page that a query names. */
    @FunctionalInterface
    interface Reader {
        JsonNode page(Query query);
    }
}
