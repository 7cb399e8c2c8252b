package org.egcg.reporting.web.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.web.route.PageRoute.Anything;
import org.egcg.reporting.web.route.PageRoute.Nothing;
import org.egcg.reporting.web.route.PageRoute.OneOf;
import org.egcg.reporting.web.route.PageRoute.Two;

/** Which address leads to which page. */
public final class PageRoutes {

    /** What those see who are logged in and ask for an address that leads nowhere. */
    public static final PageRoute MISSING = new PageRoute("", new PageRoute.Nothing(), "missing", true);

    /** What a screen on the wall shows; its address ends in a secret. */
    public static final String BOARD = "board";

    private static final Set<String> PERIODS = Set.of("recent", "current_year", "last_12_months", "all");

    private static final List<PageRoute> ALL = List.of(
            page("", new Nothing(), "home"),
            page("runs", new OneOf(PERIODS), "runs"),
            page("run", new Anything(), "run"),
            page("import", new Nothing(), "importing"),
            page("samples", new OneOf(Set.of("all", "processing", "toreview", "notprocessing")), "samples"),
            page("sample", new Anything(), "sample"),
            page("projects", new OneOf(Set.of("")), "projects"),
            page("projects", new Anything(), "project"),
            page("delivery", new Anything(), "delivery"),
            page("project_status", new OneOf(Set.of("", "open", "lastweek", "closed", "all")), "projectStatus"),
            page("libraries", new OneOf(PERIODS), "libraries"),
            page("genotypes", new OneOf(PERIODS), "genotypes"),
            page("library", new Anything(), "library"),
            page("genotype", new Anything(), "genotype"),
            page("species", new Nothing(), "speciesList"),
            page("species", new Anything(), "species"),
            page("resources", new Anything(), "resourceList"),
            page("resources", new Two(), "oneDocument"),
            page(
                    "charts",
                    new OneOf(Set.of("seq/last_month", "seq/last_3_months", "seq/last_12_months")),
                    "sequencing"),
            page("charts", new OneOf(Set.of("tat")), "turnaround"),
            page("charts", new OneOf(Set.of("bioinformatics")), "activity"),
            page("instruments", new Nothing(), "instruments"),
            page("instruments", new Anything(), "instrument"),
            page("compare", new OneOf(Set.of("runs", "lanes", "samples")), "compare"),
            page("review", new Nothing(), "desk"),
            page("reviews", new Nothing(), "decisions"),
            page("limits", new Nothing(), "limits"),
            page("inconsistencies", new Nothing(), "inconsistencies"),
            page("history", new Nothing(), "trail"),
            page("help", new Nothing(), "help"),
            page("help", new Anything(), "help"),
            page("api_docs", new Nothing(), "apiDocs"),
            page("tokens", new Nothing(), "tokens"),
            page("sessions", new Nothing(), "sessions"),
            page("second_factor", new Nothing(), "secondFactor"),
            page("boards", new Nothing(), "boards"),
            page("notices", new Nothing(), "notices"),
            page("users", new Nothing(), "users"),
            page("users", new Anything(), "account"),
            page("search", new Nothing(), "search"),
            page("change_password", new Nothing(), "changePassword"),
            new PageRoute("board", new Anything(), BOARD, true),
            open("login", "login"),
            open("logout", "logout"));

    /** Addresses of old that are only beginnings. */
    private static final Map<String, String> MOVED =
            Map.of("/projects", "/projects/", "/project_status", "/project_status/");

    private PageRoutes() {}

    private static PageRoute page(String first, PageRoute.Rest rest, String page) {
        return new PageRoute(first, rest, page, false);
    }

    private static PageRoute open(String first, String page) {
        return new PageRoute(first, new Nothing(), page, true);
    }

    /** All patterns, in the order in which they are tried. */
    public static List<PageRoute> all() {
        return ALL;
    }

    /** The page at an address. */
    static Optional<Route.Page> find(RequestPath.Normal address) {
        for (PageRoute route : ALL) {
            Optional<String> parameter = route.match(address);
            if (parameter.isPresent()) {
                return Optional.of(new Route.Page(route, parameter.get()));
            }
        }
        return Optional.empty();
    }

    static Optional<Route.Moved> moved(String path) {
        return Optional.ofNullable(MOVED.get(path)).map(Route.Moved::new);
    }
}
