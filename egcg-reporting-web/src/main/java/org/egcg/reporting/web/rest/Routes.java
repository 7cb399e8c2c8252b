package org.egcg.reporting.web.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.egcg.reporting.aggregation.pipeline.Reports;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;

/** Which paths lead where. Immutable. */
final class Routes {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");
    private static final String REPORTS = "/lims/";
    private static final String AGGREGATES = "/aggregate/";

    private final Schemas schemas;
    private final Set<String> reports;

    /** @param reports the names of the LIMS' reports, which may contain slashes */
    Routes(Schemas schemas, Set<String> reports) {
        this.schemas = schemas;
        this.reports = Set.copyOf(reports);
    }

    /** Where a path behind the API's prefix leads; empty if nowhere. One slash at its end means nothing. */
    Optional<Route> find(String path) {
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (plain.isEmpty()) {
            return Optional.of(new Route.Home());
        }
        if (plain.equals("/openapi.json")) {
            return Optional.of(new Route.Description());
        }
        if (plain.equals("/actions/explain")) {
            return Optional.of(new Route.Explanation());
        }
        if (plain.startsWith(REPORTS)) {
            return Optional.of(plain.substring(REPORTS.length()))
                    .filter(reports::contains)
                    .map(Route.Report::new);
        }
        if (plain.startsWith(AGGREGATES)) {
            return Optional.of(plain.substring(AGGREGATES.length()))
                    .filter(Reports.names()::contains)
                    .map(Route.Aggregate::new);
        }
        return resource(List.of(plain.substring(1).split("/", -1)));
    }

    /** Whether a route can be told from the pages' paths even without a prefix. */
    static boolean isNoPage(Route route) {
        return !(route instanceof Route.Home);
    }

    private Optional<Route> resource(List<String> names) {
        Optional<Schema> schema = schemas.named(names.get(0));
        return switch (names.size()) {
            case 1 -> schema.map(Route.Documents::new);
            case 2 ->
                schema.filter(known -> ID.matcher(names.get(1)).matches())
                        .map(known -> new Route.Item(known, names.get(1)));
            default -> Optional.empty();
        };
    }
}
