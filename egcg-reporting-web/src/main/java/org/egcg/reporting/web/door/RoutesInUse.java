package org.egcg.reporting.web.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.web.route.Routes;

/** The routes under the configured prefix of the API, with the resources and files that this application has. */
@ApplicationScoped
class RoutesInUse {

    @Produces
    @Singleton
    Routes routes(ReportingConfig config, Schemas schemas, Assets assets) {
        return new Routes(
                config.api().prefix(), schemas, path -> assets.named(path).isPresent());
    }
}
