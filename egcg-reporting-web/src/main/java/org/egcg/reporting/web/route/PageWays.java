package org.egcg.reporting.web.route;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.web.door.Opening;
import org.egcg.reporting.web.door.RequestPath;
import org.egcg.reporting.web.door.Ways;

/** The addresses of the pages, and of what their scripts ask for. */
@ApplicationScoped
class PageWays implements Ways {

    private static final Set<String> SCRIPTS = Set.of("/ui/find", "/ui/views", "/ui/review", "/ui/automatic");
    private static final String CHARTS = "/ui/charts/";

    @Override
    public Optional<Opening> opening(RequestPath.Normal address) {
        String path = address.path();
        if (SCRIPTS.contains(path)
                || (path.startsWith(CHARTS)
                        && PageRoutes.find(address.behindFirst()).isPresent())) {
            return address.plain() ? Optional.of(Opening.SCRIPT) : Optional.empty();
        }
        return PageRoutes.find(address).isPresent() || PageRoutes.moved(path).isPresent()
                ? Optional.of(Opening.PAGE)
                : Optional.empty();
    }
}
