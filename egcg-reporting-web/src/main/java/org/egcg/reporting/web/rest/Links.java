package org.egcg.reporting.web.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.egcg.reporting.query.Paging;

/**
 * The addresses that answers offer, relative to the API's root and spelt as {@link LinkText} says: pipelines take them
 * apart without decoding.
 */
final class Links {

    /** Where a link leads, and what it is called. */
    record Link(String title, String href) {}

    private static final Link HOME = new Link("home", "/");

    private final String resource;
    private final RequestArguments arguments;
    private final Paging paging;

    Links(String resource, RequestArguments arguments) {
        this.resource = resource;
        this.arguments = arguments;
        this.paging = Paging.parse(arguments.first("page"), arguments.first("max_results"));
    }

    /** The links of a list: itself, and the pages around it as far as there are any. */
    Map<String, Link> ofList(long total) {
        Map<String, Link> links = new LinkedHashMap<>();
        links.put("parent", HOME);
        links.put("self", new Link(resource, total > 0 ? page(paging.page()) : resource));
        long last = total == 0 ? 1 : (total - 1) / paging.size() + 1;
        if (paging.page() < last) {
            links.put("next", new Link("next page", whole(paging.page() + 1)));
            links.put("last", new Link("last page", whole(last)));
        }
        if (paging.page() > 1) {
            links.put("prev", new Link("previous page", whole(paging.page() - 1)));
        }
        return links;
    }

    /** A page with its documents shown as they are on this one. */
    private String whole(long page) {
        List<String> shape = new ArrayList<>();
        add(shape, "projection");
        add(shape, "embedded");
        String href = page(page);
        return shape.isEmpty() ? href : href + (href.contains("?") ? "&" : "?") + String.join("&", shape);
    }

    /** The links of one document. */
    Map<String, Link> ofItem(Link self) {
        Map<String, Link> links = new LinkedHashMap<>();
        links.put("parent", HOME);
        links.put("self", self);
        links.put("collection", new Link(resource, page(paging.page())));
        return links;
    }

    /** The links of a page of a report, which is asked for by page and size together. */
    Map<String, Link> ofReport(int page, int size, long total) {
        Map<String, Link> links = new LinkedHashMap<>();
        links.put("parent", HOME);
        links.put("self", new Link(resource, page(page, size)));
        long last = total == 0 ? 1 : (total - 1) / size + 1;
        if (page < last) {
            links.put("next", new Link("next page", page(page + 1, size)));
            links.put("last", new Link("last page", page(last, size)));
        }
        if (page > 1) {
            links.put("prev", new Link("previous page", page(page - 1, size)));
        }
        return links;
    }

    private String page(long page, int size) {
        List<String> parts = new ArrayList<>(List.of("max_results=" + size, "page=" + page));
        add(parts, "sort");
        parts.addAll(arguments.repeated());
        return resource + "?" + String.join("&", parts);
    }

    private String page(long page) {
        List<String> parts = new ArrayList<>();
        if (paging.size() != Paging.DEFAULT) {
            parts.add("max_results=" + paging.size());
        }
        add(parts, "where");
        add(parts, "sort");
        if (page > 1) {
            parts.add("page=" + page);
        }
        parts.addAll(arguments.repeated());
        return parts.isEmpty() ? resource : resource + "?" + String.join("&", parts);
    }

    private void add(List<String> parts, String name) {
        String value = arguments.first(name);
        if (!value.isEmpty()) {
            parts.add(name + "=" + LinkText.structured(value));
        }
    }
}
