package org.egcg.reporting.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.aggregation.Relations;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.instrument.Instruments;
import org.egcg.reporting.review.Reviews;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.security.Sessions;
import org.egcg.reporting.security.Users;

/**
 * Makes the library and its parts injectable. They are what they are, and no proxies: final classes cannot have any. They
 * check no role; the beans of this package do.
 */
@ApplicationScoped
public class ReportingProducer {

    @Inject
    private ReportingStartup startup;

    /** The library as the server has opened it; the server closes it, too. */
    @Produces
    @Singleton
    Reporting reporting() {
        return startup.reporting();
    }

    @Produces
    @Singleton
    ReportingConfig config() {
        return startup.reporting().config();
    }

    @Produces
    @Singleton
    Relations relations() {
        return startup.reporting().relations();
    }

    @Produces
    @Singleton
    Reviews reviews() {
        return startup.reporting().reviews();
    }

    @Produces
    @Singleton
    Instruments instruments() {
        return startup.reporting().instruments();
    }

    @Produces
    @Singleton
    Schemas schemas() {
        return startup.reporting().schemas();
    }

    @Produces
    @Singleton
    Users users() {
        return startup.reporting().users();
    }

    @Produces
    @Singleton
    Sessions sessions() {
        return startup.reporting().sessions();
    }
}
