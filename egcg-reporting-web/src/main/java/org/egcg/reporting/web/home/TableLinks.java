package org.egcg.reporting.web.home;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.egcg.reporting.web.table.TableQuery;

/** Addresses of tables, filtered to what a line counts. */
final class TableLinks {

    /** More names than this do not go into an address. */
    private static final int MOST = 250;

    private TableLinks() {}

    /** The rows of some names; the whole table if they are too many for an address. */
    static String named(String path, String column, Collection<String> names) {
        return names.size() > MOST
                ? path
                : path + new TableQuery(Map.of("f." + column, String.join("|", names))).text();
    }

    /** Samples of projects, of which not all need be known to the pipelines: the report of these projects. */
    static String samples(Collection<String> projects, Collection<String> samples) {
        if (projects.size() > MOST || samples.size() > MOST) {
            return "/project_status/";
        }
        List<String> encoded = projects.stream().map(TableLinks::encoded).toList();
        return named("/projects/" + String.join(",", encoded), "sample_id", samples) + "#t-report";
    }

    /** The page of a data set. */
    static String page(String type, String name) {
        return (type.equals("project") ? "/projects/" : "/" + type + "/") + encoded(name);
    }

    /** The table that lists data sets of a type. */
    static String list(String type, Collection<String> names) {
        return switch (type) {
            case "run" -> named("/runs/all", "run_id", names);
            case "sample" -> named("/samples/all", "sample_id", names);
            default -> named("/projects/", "project_id", names);
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
