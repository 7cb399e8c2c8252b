package org.egcg.reporting.web.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.egcg.reporting.config.ReportingConfig;

/** The cookie that holds the secret of a login. It is the only thing by which the pages know a visitor again. */
@ApplicationScoped
public class LoginCookie {

    private static final String NAME = "egcg";

    @Inject
    private ReportingConfig config;

    private HostCookie of(HttpServletRequest request) {
        return HostCookie.of(NAME, request, config.facility().https());
    }

    /** What a browser has sent; it may be anything. */
    public Optional<String> secret(HttpServletRequest request) {
        return of(request).in(request);
    }

    /** Gives a browser the secret of a session that has just begun. */
    public void put(HttpServletRequest request, HttpServletResponse response, String secret) {
        of(request).give(response, secret);
    }

    public void drop(HttpServletRequest request, HttpServletResponse response) {
        of(request).remove(response);
    }
}
