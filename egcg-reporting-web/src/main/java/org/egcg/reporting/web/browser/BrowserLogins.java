package org.egcg.reporting.web.browser;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.security.Session;
import org.egcg.reporting.security.Sessions;
import org.egcg.reporting.security.User;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.security.internal.SecurityLog;
import org.egcg.reporting.web.session.LoginCookie;
import org.egcg.reporting.web.signin.Confirmation;

/**
 * Who has logged in with a browser. Session and user are looked up at each request, so that a user who was removed, has
 * another role or password, or whose session has ended, wherever that was done, is out at the next one.
 */
@ApplicationScoped
public class BrowserLogins {

    /** Where pages that lie open learn of changes. */
    public static final String CHANGES = "/ui/changes";

    private static final String KNOWN = "egcg.login";
    private static final String BY_ITSELF = "X-By-Itself";

    /** A session that holds right now. */
    public record Login(String secret, Session session, User user) {}

    @Inject
    private Sessions sessions;

    @Inject
    private Users users;

    @Inject
    private LoginCookie cookie;

    @Inject
    private Confirmation confirmation;

    public Optional<Login> of(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Login known) {
            return Optional.of(known);
        }
        Optional<Login> login = cookie.secret(request)
                .flatMap(secret -> session(request, secret).flatMap(session -> confirmation
                        .stillGood(request, secret, session)
                        .map(user -> new Login(secret, session, user))));
        login.ifPresent(found -> request.setAttribute(KNOWN, found));
        return login;
    }

    /** What a page asks by itself, while it lies open, does not let a session last longer. */
    private Optional<Session> session(HttpServletRequest request, String secret) {
        return request.getHeader(BY_ITSELF) != null || CHANGES.equals(request.getRequestURI())
                ? sessions.glance(secret)
                : sessions.find(secret);
    }

    /** Whether the session of a request's browser goes on, to be asked later. */
    public BooleanSupplier standing(HttpServletRequest request) {
        Optional<String> secret = cookie.secret(request);
        return () -> secret.flatMap(sessions::glance).isPresent();
    }

    /** The same, or a login that begins with this request because a known proxy vouches for the visitor. */
    public Optional<Login> of(HttpServletRequest request, HttpServletResponse response) {
        return of(request).or(() -> confirmation.byProxy(request).flatMap(begun -> {
            cookie.put(request, response, begun.secret());
            Optional<Login> login = users.withId(begun.session().userId())
                    .map(user -> new Login(begun.secret(), begun.session(), user));
            login.ifPresent(known -> request.setAttribute(KNOWN, known));
            return login;
        }));
    }

    /** Whether a browser comes with a session that has ended. */
    boolean hasEnded(HttpServletRequest request) {
        try {
            return cookie.secret(request).isPresent() && of(request).isEmpty();
        } catch (Unavailable notKnown) {
            return false;
        }
    }

    /** Begins a session under a new secret; one that this browser had before ends. */
    public void begin(HttpServletRequest request, HttpServletResponse response, User user, String address) {
        of(request).ifPresent(old -> sessions.end(old.user().id(), old.session().id()));
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        Sessions.Begun begun = sessions.begin(user, address, agent, Optional.empty());
        request.setAttribute(KNOWN, new Login(begun.secret(), begun.session(), user));
        cookie.put(request, response, begun.secret());
    }

    /** Ends the session of a browser, here and there. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        of(request).ifPresent(login -> {
            sessions.end(login.user().id(), login.session().id());
            SecurityLog.note("logout", "user", login.user().name());
        });
        forget(request, response);
    }

    /** Takes a cookie from a browser that is of no use any more. */
    void forget(HttpServletRequest request, HttpServletResponse response) {
        request.removeAttribute(KNOWN);
        cookie.drop(request, response);
    }

    /** What this session's own pages send along with whatever changes something; empty text without a session. */
    String csrf(HttpServletRequest request) {
        try {
            return of(request).map(login -> sessions.csrf(login.secret())).orElse("");
        } catch (Unavailable away) {
            return "";
        }
    }

    /** Whether a request has that, in a header or in a field. */
    boolean knows(HttpServletRequest request) {
        String header = request.getHeader("X-CSRF-Token");
        String sent = header == null ? request.getParameter("csrf") : header;
        String own = csrf(request);
        return sent != null && !own.isEmpty() && isSame(own, sent);
    }

    static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
