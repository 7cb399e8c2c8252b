package org.egcg.reporting.web.browser;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.security.Sessions;
import org.egcg.reporting.web.session.HostCookie;

/**
 * Shows that the login form is ours before a user has logged in: a random cookie, and what is derived from it in the
 * form. Nothing of it is kept here, so no memory can be filled. A cookie that another site has planted is of no use
 * to him: his form is refused for where it comes from.
 */
@ApplicationScoped
public class FormCookie {

    private static final String NAME = "egcg-form";
    private static final String TOKEN = "egcg.form";
    private static final String FORM = "[A-Za-z0-9_-]{43}";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private ReportingConfig config;

    @Inject
    private Sessions sessions;

    private HostCookie cookie(HttpServletRequest request) {
        return HostCookie.of(NAME, request, config.facility().https());
    }

    private Optional<String> sent(HttpServletRequest request) {
        return cookie(request).in(request).filter(value -> value.matches(FORM));
    }

    /** Sees to it that the browser has the cookie that the form about to be drawn will be held against. */
    void prepare(HttpServletRequest request, HttpServletResponse response) {
        String random = sent(request).orElseGet(() -> give(request, response));
        request.setAttribute(TOKEN, derived(random));
    }

    private String give(HttpServletRequest request, HttpServletResponse response) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String random = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        cookie(request).give(response, random);
        return random;
    }

    private String derived(String random) {
        return sessions.csrf(random);
    }

    /** Takes it back when the form has served. */
    public void remove(HttpServletRequest request, HttpServletResponse response) {
        cookie(request).remove(response);
    }

    /** What the form sends along; empty text where no form was prepared. */
    public String token(HttpServletRequest request) {
        return request.getAttribute(TOKEN) instanceof String token ? token : "";
    }

    /** Whether a form that was sent is one that this browser got from here. */
    boolean knows(HttpServletRequest request) {
        String token = request.getParameter("csrf");
        return token != null
                && sent(request)
                        .filter(random -> BrowserLogins.isSame(derived(random), token))
                        .isPresent();
    }
}
