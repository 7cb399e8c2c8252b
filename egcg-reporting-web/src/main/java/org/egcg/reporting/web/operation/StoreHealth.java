package org.egcg.reporting.web.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** For servers with MicroProfile Health: ready as long as the store answers. */
@Readiness
@ApplicationScoped
public class StoreHealth implements HealthCheck {

    @Inject
    private Dependencies dependencies;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("store")
                .status(dependencies.open() && dependencies.store())
                .build();
    }
}
