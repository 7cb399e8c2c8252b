package org.egcg.reporting.web.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.egcg.reporting.aggregation.legacy.LegacyReports;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;

/** Which paths lead where. Immutable. */
final class ApiRoutes {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");
    private static final String REPORTS = "/lims/";
    private static final String AGGREGATES = "/aggregate/";

    private final Schemas schemas;
    private final Set<String> reports;

    /** @param reports the names of the LIMS' reports, which may contain slashes */
    ApiRoutes(Schemas schemas, Set<String> reports) {
        this.schemas = schemas;
        this.reports = Set.copyOf(reports);
    }

    /** Where a path behind the API's prefix leads; empty if nowhere. One slash at its end means nothing. */
    Optional<ApiRoute> find(String path) {
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (plain.isEmpty()) {
            return Optional.of(new ApiRoute.Home());
        }
        if (plain.equals("/openapi.json")) {
            return Optional.of(new ApiRoute.Description());
        }
        if (plain.equals("/actions/explain")) {
            return Optional.of(new ApiRoute.Explanation());
        }
        if (plain.startsWith(REPORTS)) {
            return Optional.of(plain.substring(REPORTS.length()))
                    .filter(reports::contains)
                    .map(ApiRoute.Report::new);
        }
        if (plain.startsWith(AGGREGATES)) {
            return Optional.of(plain.substring(AGGREGATES.length()))
                    .filter(LegacyReports.names()::contains)
                    .map(ApiRoute.Aggregate::new);
        }
        return resource(List.of(plain.substring(1).split("/", -1)));
    }

    /** Whether a route can be told from the pages' paths even without a prefix. */
    static boolean isNoPage(ApiRoute route) {
        return !(route instanceof ApiRoute.Home);
    }

    private Optional<ApiRoute> resource(List<String> names) {
        Optional<Schema> schema = schemas.named(names.get(0));
        return switch (names.size()) {
            case 1 -> schema.map(ApiRoute.Documents::new);
            case 2 ->
                schema.filter(known -> ID.matcher(names.get(1)).matches())
                        .map(known -> new ApiRoute.Item(known, names.get(1)));
            default -> Optional.empty();
        };
    }
}
