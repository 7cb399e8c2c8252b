package org.egcg.reporting.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.security.Seal;
import org.egcg.reporting.signin.Begun.Remembered;
import org.egcg.reporting.web.session.HostCookie;

/** The cookie in which a browser keeps its attempt to log in; sealed, so that clients can neither read nor make one. */
@ApplicationScoped
class AttemptCookie {

    private static final String NAME = "egcg-attempt";
    private static final Duration TIME = Duration.ofMinutes(10);

    @Inject
    private Reporting reporting;

    private HostCookie cookie(HttpServletRequest request) {
        return HostCookie.of(NAME, request, reporting.config().facility().https());
    }

    private Seal seal() {
        return reporting.seal("attempts to log in");
    }

    void lend(HttpServletRequest request, HttpServletResponse response, Remembered remembered, String redirect) {
        Attempt attempt = new Attempt(remembered, redirect, Instant.now().plus(TIME));
        cookie(request).lend(response, seal().seal(attempt.text()), TIME);
    }

    /** Takes the attempt from the browser: each is good once. */
    Optional<Attempt> take(HttpServletRequest request, HttpServletResponse response) {
        cookie(request).remove(response);
        return cookie(request)
                .in(request)
                .flatMap(seal()::open)
                .flatMap(Attempt::of)
                .filter(attempt -> Instant.now().isBefore(attempt.until()));
    }
}
