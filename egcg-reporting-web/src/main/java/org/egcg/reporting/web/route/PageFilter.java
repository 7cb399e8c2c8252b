package org.egcg.reporting.web.route;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.egcg.reporting.ejb.CurrentUser;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.security.SecurityLog;
import org.egcg.reporting.security.User;
import org.egcg.reporting.web.door.AdmittedRequest;
import org.egcg.reporting.web.door.RequestPath;
import org.egcg.reporting.web.operation.Caller;
import org.egcg.reporting.web.script.ExportServlet;
import org.egcg.reporting.web.signin.Confirmation;

/**
 * The door of the pages: finds the page of an address that the front door has opened, sends those to the login page who
 * are not logged in, and answers 404 for what nobody has opened. What is no page goes on to the rest of the application.
 */
public class PageFilter extends HttpFilter {

    public static final String MATCH = "egcg.match";
    public static final String PATH = "egcg.path";
    public static final String USER = "egcg.user";
    static final String QUERY = "egcg.query";

    /** Is there when a browser came with a session that has ended. */
    public static final String ENDED = "egcg.ended";

    private static final long serialVersionUID = 1;
    private static final String VIEWS = "/pages/";
    private static final String LOGIN = "/login";

    @Inject
    private transient Doors doors;

    @Inject
    private transient BrowserLogins logins;

    @Inject
    private transient FormCookie formCookie;

    @Inject
    private transient Forms forms;

    @Inject
    private transient Confirmation confirmation;

    @Inject
    private transient CurrentUser current;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setCharacterEncoding("UTF-8");
        switch (AdmittedRequest.of(request).opening()) {
            case ANYBODY -> {
                Headers.policy(response);
                chain.doFilter(request, response);
            }
            case API -> chain.doFilter(request, response);
            case SCRIPT -> script(request, response, chain);
            case PAGE -> page(request, response);
            case NOBODY -> missing(request, response);
        }
    }

    private void page(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        RequestPath.Normal address = AdmittedRequest.of(request).address();
        if (!isRead(request) && !trusted(request)) {
            response.sendRedirect(again(request));
        } else if (address.path().equals("/logout") && "POST".equals(request.getMethod())) {
            logins.end(request, response);
            response.sendRedirect("/login?loggedout=1");
        } else {
            page(request, response, address);
        }
    }

    private static boolean isRead(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    }

    /** Strangers are told no more than that nothing is there. */
    private void missing(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<User> user = isRead(request) ? user(request, response) : Optional.empty();
        if (user.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (user.get().mustChangePassword()) {
            response.sendRedirect("/change_password");
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            show(request, response, new PageRoutes.Match(Doors.MISSING, ""), user);
        }
    }

    /** What the scripts of the pages ask for: never a page, so never a way to the login. */
    private void script(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<User> user = user(request, response);
        if (user.isEmpty()) {
            ScriptJson.error(response, HttpServletResponse.SC_UNAUTHORIZED, "You are logged out. Log in again.");
        } else if (!"GET".equals(request.getMethod()) && !trusted(request)) {
            ScriptJson.error(response, HttpServletResponse.SC_FORBIDDEN, "This page is too old. Load it again.");
        } else {
            request.setAttribute(USER, user.get());
            chain.doFilter(request, response);
        }
    }

    private static boolean isLogin(HttpServletRequest request) {
        return AdmittedRequest.of(request).address().path().equals(LOGIN);
    }

    /** Where somebody goes whose form was not taken. */
    private static String again(HttpServletRequest request) {
        String query = query(request);
        return request.getRequestURI() + query + (isLogin(request) ? (query.isEmpty() ? "?" : "&") + "again=1" : "");
    }

    /** Whether something that changes things comes from a page of ours, of this browser and of this session. */
    private boolean trusted(HttpServletRequest request) {
        boolean known = !doors.ownPages().isForged(request)
                && (isLogin(request) ? formCookie.knows(request) : logins.knows(request));
        if (!known) {
            SecurityLog.note(
                    "not from a page of this session",
                    "path",
                    request.getRequestURI(),
                    "address",
                    request.getRemoteAddr());
        }
        return known;
    }

    private void page(HttpServletRequest request, HttpServletResponse response, RequestPath.Normal address)
            throws IOException, ServletException {
        Optional<User> user = user(request, response);
        Optional<PageRoutes.Match> match = PageRoutes.find(address);
        if (PageRoutes.moved(address.path()).isPresent()) {
            response.sendRedirect(PageRoutes.moved(address.path()).get() + query(request));
        } else if (match.isEmpty()) {
            missing(request, response);
        } else if (user.isEmpty() && !match.get().route().open()) {
            response.sendRedirect(login(request));
        } else if (user.isPresent() && user.get().mustChangePassword() && !mayGo(match.get())) {
            response.sendRedirect("/change_password");
        } else {
            show(request, response, match.get(), user);
        }
    }

    /** The login, which says why, and goes on where somebody wanted to go. */
    private String login(HttpServletRequest request) {
        String why = confirmation.why(request);
        return LOGIN + "?" + (why.isEmpty() ? "" : "signin=" + why + "&") + "redirect=" + encoded(request);
    }

    /** Whoever has a password that somebody else has seen goes nowhere before he has changed it. */
    private static boolean mayGo(PageRoutes.Match match) {
        return match.route().open() || match.route().page().equals("changePassword");
    }

    private Optional<User> user(HttpServletRequest request, HttpServletResponse response) {
        try {
            Optional<User> user = logins.of(request, response).map(BrowserLogins.Login::user);
            user.ifPresent(known -> {
                Caller.is(request, known.name());
                current.is(known);
            });
            return user;
        } catch (Unavailable away) {
            return Optional.empty();
        }
    }

    /** The login form needs a cookie of its own, and tells those whose session has ended so. */
    private void prepare(HttpServletRequest request, HttpServletResponse response) {
        formCookie.prepare(request, response);
        if (logins.hasEnded(request)) {
            request.setAttribute(ENDED, true);
            logins.forget(request, response);
        }
    }

    private void show(
            HttpServletRequest request, HttpServletResponse response, PageRoutes.Match match, Optional<User> user)
            throws IOException, ServletException {
        request.setAttribute(MATCH, match);
        request.setAttribute(PATH, request.getRequestURI());
        request.setAttribute(USER, user.orElse(null));
        request.setAttribute(QUERY, query(request));
        if (match.route().page().equals("login")) {
            prepare(request, response);
        }
        if (!isRead(request) && forms.redirected(new Submission(request, response))) {
            return;
        }
        boolean export = request.getParameter("export") != null && user.isPresent();
        request.getRequestDispatcher(
                        export ? ExportServlet.PATH : VIEWS + match.route().page() + ".xhtml")
                .forward(new HtmlRequest(request), response);
    }

    private static String query(HttpServletRequest request) {
        return request.getQueryString() == null ? "" : "?" + request.getQueryString();
    }

    private static String encoded(HttpServletRequest request) {
        return URLEncoder.encode(request.getRequestURI() + query(request), StandardCharsets.UTF_8);
    }
}
