package org.egcg.reporting.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.Forbidden;
import org.egcg.reporting.security.ExternalUser;
import org.egcg.reporting.security.Session;
import org.egcg.reporting.security.Sessions;
import org.egcg.reporting.security.Sessions.Begun;
import org.egcg.reporting.security.User;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.security.internal.SecurityLog;
import org.egcg.reporting.signin.Confirmations;
import org.egcg.reporting.signin.SessionStanding;
import org.egcg.reporting.signin.SignInRefusal;

/** Whether a visitor is still whom his session says, asked at each request. */
@ApplicationScoped
public class Confirmation {

    private static final String WHY = Confirmation.class.getName();

    @Inject
    private Users users;

    @Inject
    private Sessions sessions;

    @Inject
    private SignInStartup startup;

    /** The user of a session that was just found, as he is now; empty if it has ended, and {@link #why} tells. */
    public Optional<User> stillGood(HttpServletRequest request, String secret, Session session) {
        SessionStanding standing = startup.confirmations().standing(secret, session, named(request));
        if (standing instanceof SessionStanding.Ended ended) {
            request.setAttribute(WHY, ended.why());
            return Optional.empty();
        }
        return Optional.of(((SessionStanding.Good) standing).user());
    }

    /** What the login page is to be told of a session that has ended with this request, as a code; or empty text. */
    public String why(HttpServletRequest request) {
        return request.getAttribute(WHY) instanceof SignInRefusal refusal && refusal != SignInRefusal.OVER
                ? refusal.code()
                : "";
    }

    /** A session for a visitor without one whom a known proxy names; empty for nearly all. */
    public Optional<Begun> byProxy(HttpServletRequest request) {
        return named(request).flatMap(external -> begun(request, external));
    }

    private Optional<Begun> begun(HttpServletRequest request, ExternalUser external) {
        try {
            User user = users.admit(external);
            String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
            SecurityLog.note("login", "user", user.name(), "source", "proxy", "address", request.getRemoteAddr());
            return Optional.of(
                    sessions.begin(user, request.getRemoteAddr(), agent, Optional.of(Confirmations.state(external))));
        } catch (Forbidden noRole) {
            request.setAttribute(WHY, SignInRefusal.NOT_ADMITTED);
        } catch (Conflict taken) {
            request.setAttribute(WHY, SignInRefusal.NAME_TAKEN);
        }
        SecurityLog.note("login refused", "user", external.name(), "source", "proxy");
        return Optional.empty();
    }

    private Optional<ExternalUser> named(HttpServletRequest request) {
        return startup.providers()
                .headers()
                .flatMap(headers -> headers.user(socket(request), name -> lines(request, name)));
    }

    private static List<String> lines(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }

    /** Who is at the other end of the connection; what was put around the request may tell of a client farther away. */
    private static String socket(ServletRequest request) {
        return request instanceof ServletRequestWrapper around ? socket(around.getRequest()) : request.getRemoteAddr();
    }
}
