package org.egcg.reporting.web.route;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The addresses that need no user: the logo, the ways to log in that are no pages, the state of the service, and of the
 * forms' library what the forms ask for. Figures of the service are here too; their servlet asks for a user itself.
 */
final class OpenAddresses {

    private static final Set<String> PATHS = Set.of(
            "/favicon.ico",
            "/logo",
            "/login/oidc",
            "/login/oidc/callback",
            "/login/oidc/logout",
            "/health",
            "/health/live",
            "/health/ready",
            "/health/started",
            "/status/live",
            "/status/ready",
            "/status/ready/store",
            "/status/ready/lims",
            "/status/metrics");

    private static final Pattern LIBRARY = Pattern.compile("/jakarta\\.faces\\.resource/"
            + "(components\\.(css|js)|core\\.js|faces\\.js|jquery/jquery(-plugins)?\\.js"
            + "|locales/locale-[a-z]{2}(_[A-Z]{2})?\\.js|primeicons/primeicons\\.(css|eot|svg|ttf|woff2?))\\.xhtml");

    private OpenAddresses() {}

    static boolean contain(String path) {
        return PATHS.contains(path) || LIBRARY.matcher(path).matches();
    }
}
