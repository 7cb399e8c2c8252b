package org.egcg.reporting.web.route;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.egcg.reporting.schema.Schemas;

/**
 * Which address leads where. The front door looks an address up here once; filters, servlets and the API go by the
 * {@link Route} that it found. The parts are {@link OpenAddresses}, {@link ApiRoutes} and {@link PageRoutes}; where two of
 * them know an address, the first counts. Immutable.
 */
public final class Routes {

    private static final Set<String> SCRIPTS = Set.of(
            "/ui/find",
            "/ui/views",
            "/ui/review",
            "/ui/automatic",
            "/ui/history",
            "/ui/reviews",
            "/ui/delivery",
            "/ui/note",
            "/ui/instrument_event",
            "/ui/desk",
            "/ui/changes",
            "/ui/notices",
            "/ui/import");
    private static final Set<String> CHARTS = Set.of("/ui/charts/", "/ui/instruments/");

    private final String prefix;
    private final ApiRoutes api;
    private final Predicate<String> isAsset;

    /**
     * @param prefix of the API's paths; empty text if it has none, and then the pages have {@code /}
     * @param isAsset whether a path is a file that pages are drawn with
     */
    public Routes(String prefix, Schemas schemas, Predicate<String> isAsset) {
        this.prefix = prefix;
        this.api = new ApiRoutes(schemas);
        this.isAsset = isAsset;
    }

    public Route find(RequestPath.Normal address) {
        return open(address)
                .or(() -> api(address))
                .or(() -> script(address))
                .or(() -> PageRoutes.find(address))
                .or(() -> PageRoutes.moved(address.path()))
                .orElseGet(Route.Nowhere::new);
    }

    private Optional<Route> open(RequestPath.Normal address) {
        boolean open = OpenAddresses.contain(address.path()) || isAsset.test(address.path());
        return open && address.plain() ? Optional.of(new Route.Open()) : Optional.empty();
    }

    private Optional<Route> api(RequestPath.Normal address) {
        Optional<ApiRoute> path =
                address.plain() && isBehindPrefix(address.path()) ? path(address.path()) : Optional.empty();
        Optional<ApiRoute> found = path.or(() -> named(address));
        boolean ours =
                prefix.isEmpty() ? found.filter(ApiRoutes::isNoPage).isPresent() : isBehindPrefix(address.path());
        return ours ? Optional.of(new Route.Api(found)) : Optional.empty();
    }

    /** Without a prefix, names of documents could not be told from pages. */
    private Optional<ApiRoute> named(RequestPath.Normal address) {
        int first = prefix.split("/", -1).length - 1;
        List<String> names = address.segments();
        boolean two = names.size() == first + 2
                || (names.size() == first + 3 && names.get(first + 2).isEmpty());
        return !prefix.isEmpty() && two && isBehindPrefix(address.path())
                ? api.named(names.get(first), names.get(first + 1))
                : Optional.empty();
    }

    private boolean isBehindPrefix(String path) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    private Optional<ApiRoute> path(String path) {
        return api.find(path.substring(prefix.length()));
    }

    private static Optional<Route> script(RequestPath.Normal address) {
        if (!address.plain()) {
            return Optional.empty();
        }
        if (SCRIPTS.contains(address.path())) {
            return Optional.of(new Route.Script(Optional.empty()));
        }
        return CHARTS.stream().anyMatch(address.path()::startsWith)
                ? PageRoutes.find(address.behindFirst()).map(page -> new Route.Script(Optional.of(page)))
                : Optional.empty();
    }
}
