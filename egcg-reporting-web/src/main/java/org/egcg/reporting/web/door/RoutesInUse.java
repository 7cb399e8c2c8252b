package org.egcg.reporting.web.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.ejb.ReportingStartup;
import org.egcg.reporting.web.route.Routes;

/** The routes under the configured prefix of the API, with the resources and files that this application has. */
@ApplicationScoped
class RoutesInUse {

    @Produces
    @Singleton
    Routes routes(ReportingStartup startup, Assets assets) {
        Reporting reporting = startup.reporting();
        return new Routes(reporting.config().api().prefix(), reporting.schemas(), path -> assets.named(path)
                .isPresent());
    }
}
