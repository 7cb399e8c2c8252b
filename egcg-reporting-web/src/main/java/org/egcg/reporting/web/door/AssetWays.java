package org.egcg.reporting.web.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What pages are drawn with, the ways to log in that are no pages, and the checks of a server with MicroProfile Health. */
@ApplicationScoped
class AssetWays implements Ways {

    private static final Set<String> OPEN = Set.of(
            "/favicon.ico",
            "/logo",
            "/login/oidc",
            "/login/oidc/callback",
            "/login/oidc/logout",
            "/health",
            "/health/live",
            "/health/ready",
            "/health/started");

    /** Of the forms' library, what the forms ask for. */
    private static final Pattern LIBRARY = Pattern.compile("/jakarta\\.faces\\.resource/"
            + "(components\\.(css|js)|core\\.js|faces\\.js|jquery/jquery(-plugins)?\\.js"
            + "|locales/locale-[a-z]{2}(_[A-Z]{2})?\\.js|primeicons/primeicons\\.(css|eot|svg|ttf|woff2?))\\.xhtml");

    @Inject
    private Assets assets;

    @Override
    public Optional<Opening> opening(RequestPath.Normal address) {
        String path = address.path();
        boolean open = OPEN.contains(path)
                || assets.named(path).isPresent()
                || LIBRARY.matcher(path).matches();
        return open && address.plain() ? Optional.of(Opening.ANYBODY) : Optional.empty();
    }
}
