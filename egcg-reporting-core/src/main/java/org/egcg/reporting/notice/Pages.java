package org.egcg.reporting.notice;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Paths of the pages that notices lead to. */
public final class Pages {

    private Pages() {}

    public static String run(String id) {
        return at("/run/", id);
    }

    public static String sample(String id) {
        return at("/sample/", id);
    }

    public static String project(String id) {
        return at("/projects/", id);
    }

    public static String instrument(String id) {
        return at("/instruments/", id);
    }

    private static String at(String page, String id) {
        return page + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
