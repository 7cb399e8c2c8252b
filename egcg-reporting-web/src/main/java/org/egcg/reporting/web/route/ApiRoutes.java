package org.egcg.reporting.web.route;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.egcg.reporting.aggregation.legacy.LegacyReports;
import org.egcg.reporting.lims.LimsReports;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;

/** Which paths of the API lead where. Immutable. */
final class ApiRoutes {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");
    private static final String REPORTS = "/lims/";
    private static final String OLD_REPORTS = "status/";
    private static final String HISTORY = "/history";
    private static final String EVENTS = "/instrument_events";
    private static final String AGGREGATES = "/aggregate/";

    private final Schemas schemas;

    ApiRoutes(Schemas schemas) {
        this.schemas = schemas;
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
        if (plain.equals("/inconsistencies")) {
            return Optional.of(new ApiRoute.Inconsistencies());
        }
        if (plain.equals(HISTORY)) {
            return Optional.of(new ApiRoute.History(Optional.empty()));
        }
        if (plain.startsWith(HISTORY + "/")) {
            return history(plain.substring(HISTORY.length() + 1));
        }
        if (plain.equals("/notes") || plain.startsWith("/notes/")) {
            return Optional.of(new ApiRoute.Notes(
                            plain.substring("/notes".length()).replaceFirst("^/", "")))
                    .filter(notes ->
                            notes.id().isEmpty() || ID.matcher(notes.id()).matches())
                    .map(ApiRoute.class::cast);
        }
        if (plain.equals("/control_charts")) {
            return Optional.of(new ApiRoute.ControlCharts());
        }
        if (plain.equals(EVENTS) || plain.startsWith(EVENTS + "/")) {
            return Optional.of(new ApiRoute.InstrumentEvents(
                            plain.substring(EVENTS.length()).replaceFirst("^/", "")))
                    .filter(events ->
                            events.id().isEmpty() || ID.matcher(events.id()).matches())
                    .map(ApiRoute.class::cast);
        }
        if (plain.equals("/decisions")) {
            return Optional.of(new ApiRoute.Decisions());
        }
        if (plain.equals("/deliveries")) {
            return Optional.of(new ApiRoute.Deliveries());
        }
        if (plain.equals("/actions/explain")) {
            return Optional.of(new ApiRoute.Explanation());
        }
        if (plain.startsWith(REPORTS)) {
            return report(plain.substring(REPORTS.length()));
        }
        if (plain.startsWith(AGGREGATES)) {
            return Optional.of(plain.substring(AGGREGATES.length()))
                    .filter(LegacyReports.names()::contains)
                    .map(ApiRoute.Aggregate::new);
        }
        return resource(List.of(plain.substring(1).split("/", -1)));
    }

    /** Of a document, by its identifier or its name. */
    private Optional<ApiRoute> history(String path) {
        int slash = path.indexOf('/');
        return slash < 0 || slash == path.length() - 1
                ? Optional.empty()
                : schemas.named(path.substring(0, slash))
                        .map(schema -> new ApiRoute.History(
                                Optional.of(new ApiRoute.Item(schema, path.substring(slash + 1)))));
    }

    /** Reports have names that older scripts use besides their own. */
    private static Optional<ApiRoute> report(String path) {
        String name = path.startsWith(OLD_REPORTS) ? path.substring(OLD_REPORTS.length()) : path;
        return Optional.of(path.equals("samples") ? "sample_info" : name)
                .filter(LimsReports.NAMES::contains)
                .map(known -> new ApiRoute.Report(path, known));
    }

    /** The document of a name that may be any text; none where documents are named by the store's own identifier. */
    Optional<ApiRoute> named(String resource, String name) {
        return schemas.named(resource)
                .filter(schema -> !schema.namedByObjectId() && !name.isEmpty())
                .flatMap(schema -> item(schema, name));
    }

    private static Optional<ApiRoute> item(Schema schema, String id) {
        return Optional.of(new ApiRoute.Item(schema, id));
    }

    /** Whether a route can be told from the pages' paths even without a prefix. */
    static boolean isNoPage(ApiRoute route) {
        return !(route instanceof ApiRoute.Home || route instanceof ApiRoute.History);
    }

    private Optional<ApiRoute> resource(List<String> names) {
        Optional<Schema> schema = schemas.named(names.get(0));
        return switch (names.size()) {
            case 1 -> schema.map(ApiRoute.Documents::new);
            case 2 ->
                schema.filter(known -> ID.matcher(names.get(1)).matches()).flatMap(known -> item(known, names.get(1)));
            default -> Optional.empty();
        };
    }
}
