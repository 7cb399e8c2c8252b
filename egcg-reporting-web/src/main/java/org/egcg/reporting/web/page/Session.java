package org.egcg.reporting.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.egcg.reporting.security.User;

/**
 * Who has logged in with a browser. The name and the version of the user at that time stand in the server's session;
 * the user himself is looked up at each request, so that one who was removed or has another password or role is out.
 */
final class Session {

    private static final String LOGIN = "egcg.login";
    private static final String CSRF = "egcg.csrf";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What a session remembers of a login. */
    record Login(String user, long version) implements Serializable {}

    private Session() {}

    /**
     * Begins a session under a new id, so that one that somebody else planted is of no use to him.
     *
     * @param idle without a request for so long it ends
     */
    static void begin(HttpServletRequest request, User user, Duration idle) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            request.changeSessionId();
        }
        HttpSession session = request.getSession();
        session.setMaxInactiveInterval(Math.toIntExact(idle.toSeconds()));
        session.removeAttribute(CSRF);
        session.setAttribute(LOGIN, new Login(user.name(), user.version()));
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    static Optional<Login> login(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(LOGIN) instanceof Login login ? login : null);
    }

    /** The secret that this session's own pages send along with what changes something. */
    static String csrf(HttpServletRequest request) {
        HttpSession session = request.getSession();
        synchronized (session.getId().intern()) {
            if (!(session.getAttribute(CSRF) instanceof String)) {
                byte[] random = new byte[24];
                RANDOM.nextBytes(random);
                session.setAttribute(
                        CSRF, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            }
            return (String) session.getAttribute(CSRF);
        }
    }

    static boolean knows(HttpServletRequest request, String token) {
        HttpSession session = request.getSession(false);
        return session != null
                && token != null
                && session.getAttribute(CSRF) instanceof String own
                && MessageDigest.isEqual(own.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
