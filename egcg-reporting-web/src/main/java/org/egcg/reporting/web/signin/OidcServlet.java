package org.egcg.reporting.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.Forbidden;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.security.Sessions;
import org.egcg.reporting.security.User;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.security.internal.SecurityLog;
import org.egcg.reporting.signin.Begun;
import org.egcg.reporting.signin.OidcProvider;
import org.egcg.reporting.signin.SignInRefusal;
import org.egcg.reporting.signin.Vouched;
import org.egcg.reporting.web.session.LoginCookie;

/** Leads to the OpenID provider, lets in whom it sends back, and leads to where one logs out there. */
@WebServlet({OidcServlet.BEGIN, OidcServlet.CALLBACK, OidcServlet.LOGOUT})
public class OidcServlet extends HttpServlet {

    static final String BEGIN = "/login/oidc";
    static final String CALLBACK = "/login/oidc/callback";
    static final String LOGOUT = "/login/oidc/logout";

    private static final long serialVersionUID = 1;
    private static final int LONGEST_REDIRECT = 1_000;

    @Inject
    private transient Users users;

    @Inject
    private transient Sessions sessions;

    @Inject
    private transient SignInStartup startup;

    @Inject
    private transient AttemptCookie attempts;

    @Inject
    private transient LoginCookie login;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        Optional<OidcProvider> provider = startup.providers().oidc();
        if (provider.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            answer(request, response, provider.get());
        } catch (ReportingException refused) {
            SecurityLog.note(
                    "login refused", "source", "oidc", "why", refused.getMessage(), "address", request.getRemoteAddr());
            to(response, "/login?signin=" + why(refused).code());
        }
    }

    private static SignInRefusal why(ReportingException refused) {
        if (refused instanceof Unavailable) {
            return SignInRefusal.AWAY;
        } else if (refused instanceof Forbidden) {
            return SignInRefusal.NOT_ADMITTED;
        }
        return refused instanceof Conflict ? SignInRefusal.NAME_TAKEN : SignInRefusal.FAILED;
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, OidcProvider provider)
            throws IOException {
        switch (request.getServletPath()) {
            case BEGIN -> begin(request, response, provider);
            case CALLBACK -> finish(request, response, provider);
            default ->
                to(
                        response,
                        provider.logout(here("/login?loggedout=1"))
                                .map(URI::toString)
                                .orElse("/login?loggedout=1"));
        }
    }

    private void begin(HttpServletRequest request, HttpServletResponse response, OidcProvider provider)
            throws IOException {
        Begun begun = provider.begin(here(CALLBACK));
        attempts.lend(request, response, begun.remembered(), local(request.getParameter("redirect")));
        to(response, begun.address().toString());
    }

    /** A path of this host, which does not lead back here. */
    private static String local(String wanted) {
        boolean good = wanted != null
                && wanted.length() <= LONGEST_REDIRECT
                && wanted.startsWith("/")
                && !wanted.startsWith("//")
                && !wanted.startsWith("/log")
                && wanted.indexOf('\\') < 0
                && wanted.chars().noneMatch(Character::isISOControl);
        return good ? wanted : "/";
    }

    /** The address of a path as browsers see it. */
    private URI here(String path) {
        return URI.create(startup.providers().settings().oidc().orElseThrow().redirectBase() + path);
    }

    private void finish(HttpServletRequest request, HttpServletResponse response, OidcProvider provider)
            throws IOException {
        Attempt attempt = attempts.take(request, response)
                .orElseThrow(() -> new ReportingException.Unauthenticated("nothing that this browser has begun"));
        Vouched vouched = provider.finish(parameters(request), attempt.remembered(), here(CALLBACK));
        User user = users.admit(vouched.user());
        login.secret(request).flatMap(sessions::find).ifPresent(old -> sessions.end(old.userId(), old.id()));
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        login.put(
                request,
                response,
                sessions.begin(user, request.getRemoteAddr(), agent, Optional.of(vouched.refreshToken()))
                        .secret());
        SecurityLog.note("login", "user", user.name(), "source", "oidc", "address", request.getRemoteAddr());
        to(response, attempt.redirect());
    }

    /** Written by hand, for this may be another host, where the pages' own redirects never lead. */
    private static void to(HttpServletResponse response, String location) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", location);
    }

    private static Map<String, List<String>> parameters(HttpServletRequest request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        return parameters;
    }
}
