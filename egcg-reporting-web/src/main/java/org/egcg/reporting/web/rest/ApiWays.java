package org.egcg.reporting.web.rest;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.schema.Schemas;
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
    private ReportingConfig config;

    @Inject
    private Schemas schemas;

    private String prefix;
    private ApiRoutes routes;

    ApiWays() {}

    /** For those who inject nothing. */
    @SuppressWarnings("UnnecessaryAssignment") // in the place of whoever would inject
    ApiWays(ReportingConfig config, Schemas schemas) {
        this.config = config;
        this.schemas = schemas;
        read();
    }

    @PostConstruct
    void read() {
        prefix = config.api().prefix();
        routes = new ApiRoutes(schemas, LimsEndpoint.PATHS);
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
