package org.egcg.reporting.web.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** For servers with MicroProfile Health: tells whether the LIMS answers, and is up without it, as all else works. */
@Readiness
@ApplicationScoped
public class LimsHealth implements HealthCheck {

    @Inject
    private Dependencies dependencies;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("lims")
                .withData("answers", dependencies.lims())
                .up()
                .build();
    }
}
