package org.egcg.reporting.web.rest;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.egcg.reporting.ejb.ReportingStartup;
import org.egcg.reporting.web.door.Opening;
import org.egcg.reporting.web.door.RequestPath;
import org.egcg.reporting.web.door.Ways;

/**
 * The addresses of the API: all behind the configured prefix, where it says itself what there is. Without a prefix those
 * of its resources and reports, and the pages have the others.
 */
@ApplicationScoped
class ApiWays implements Ways {

    @Inject
    private ReportingStartup startup;

    private String prefix;
    private ApiRoutes routes;

    ApiWays() {}

    /** For those who inject nothing. */
    @SuppressWarnings("UnnecessaryAssignment") // in the place of whoever would inject
    ApiWays(ReportingStartup startup) {
        this.startup = startup;
        read();
    }

    @PostConstruct
    void read() {
        prefix = startup.reporting().config().api().prefix();
        routes = new ApiRoutes(startup.reporting().schemas(), LimsEndpoint.PATHS);
    }

    @Override
    public Optional<Opening> opening(RequestPath.Normal address) {
        boolean api = prefix.isEmpty()
                ? route(address).filter(ApiRoutes::isNoPage).isPresent()
                : address.path().equals(prefix) || address.path().startsWith(prefix + "/");
        return api ? Optional.of(Opening.API) : Optional.empty();
    }

    /** Where an address of the API leads; empty if nowhere. */
    Optional<ApiRoute> route(RequestPath.Normal address) {
        return address.plain() ? routes.find(address.path().substring(prefix.length())) : Optional.empty();
    }
}
