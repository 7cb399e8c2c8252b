package org.egcg.reporting.web.operation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.web.door.Opening;
import org.egcg.reporting.web.door.RequestPath;
import org.egcg.reporting.web.door.Ways;

/** Where the service tells how it is: anybody, except its figures, which ask for a user themselves. */
@ApplicationScoped
class StatusWays implements Ways {

    private static final Set<String> OPEN =
            Set.of("/status/live", "/status/ready", "/status/ready/store", "/status/ready/lims", "/status/metrics");

    @Override
    public Optional<Opening> opening(RequestPath.Normal address) {
        return OPEN.contains(address.path()) ? Optional.of(Opening.ANYBODY) : Optional.empty();
    }
}
