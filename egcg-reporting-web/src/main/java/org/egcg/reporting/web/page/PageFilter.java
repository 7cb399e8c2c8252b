package org.egcg.reporting.web.page;

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
import java.util.Set;
import org.egcg.reporting.ReportingException.Unavailable;
import org.egcg.reporting.security.SecurityLog;
import org.egcg.reporting.security.User;
import org.egcg.reporting.web.operation.Caller;

/**
 * The door of the pages: finds the page of an address, sends those to the login page who are not logged in, and answers
 * 404 for what is no page. What is neither a page nor looks like one goes on to the rest of the application.
 */
public class PageFilter extends HttpFilter {

    static final String MATCH = "egcg.match";
    static final String PATH = "egcg.path";
    static final String USER = "egcg.user";
    static final String QUERY = "egcg.query";

    /** Is there when a browser came with a session that has ended. */
    static final String ENDED = "egcg.ended";

    private static final long serialVersionUID = 1;
    private static final String VIEWS = "/pages/";
    private static final String LOGIN = "/login";
    private static final Set<String> ASSETS = Set.of("jakarta.faces.resource", "assets", "favicon.ico", "logo");

    @Inject
    private transient Pages pages;

    @Inject
    private transient Doors doors;

    @Inject
    private transient Logins logins;

    @Inject
    private transient FormCookie formCookie;

    @Inject
    private transient Forms forms;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse plain, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse response = new LocalRedirects(plain);
        request.setCharacterEncoding("UTF-8");
        String raw = request.getRequestURI().substring(request.getContextPath().length());
        if (isElsewhere(raw)) {
            chain.doFilter(request, response);
            return;
        }
        Headers.of(response);
        String path = Route.decoded(raw);
        if (ASSETS.contains(first(path))) {
            Headers.policy(response);
            chain.doFilter(request, response);
        } else if (first(path).equals("ui")) {
            script(request, response, chain);
        } else if (!isRead(request) && !trusted(request)) {
            response.sendRedirect(again(request, path));
        } else if (path.equals("/logout") && "POST".equals(request.getMethod())) {
            logins.end(request, response);
            response.sendRedirect("/login?loggedout=1");
        } else {
            page(request, response, raw, path);
        }
    }

    private static boolean isRead(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    }

    private boolean isElsewhere(String path) {
        String prefix = pages.config().api().prefix();
        boolean api = prefix.isEmpty() ? doors.isApi(path) : path.equals(prefix) || path.startsWith(prefix + "/");
        return api || doors.isOperations(path);
    }

    private static String first(String path) {
        int slash = path.indexOf('/', 1);
        return path.substring(Math.min(1, path.length()), slash < 0 ? path.length() : slash);
    }

    /** What the scripts of the pages ask for: never a page, so never a way to the login. */
    private void script(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<User> user = user(request);
        if (user.isEmpty()) {
            Answer.error(response, HttpServletResponse.SC_UNAUTHORIZED, "You are logged out. Log in again.");
        } else if (!"GET".equals(request.getMethod()) && !trusted(request)) {
            Answer.error(response, HttpServletResponse.SC_FORBIDDEN, "This page is too old. Load it again.");
        } else {
            request.setAttribute(USER, user.get());
            chain.doFilter(request, response);
        }
    }

    /** Where somebody goes whose form was not taken. */
    private static String again(HttpServletRequest request, String path) {
        String query = query(request);
        return request.getRequestURI() + (path.equals(LOGIN) ? query + (query.isEmpty() ? "?" : "&") + "again=1" : query);
    }

    /** Whether something that changes things comes from a page of ours, of this browser and of this session. */
    private boolean trusted(HttpServletRequest request) {
        boolean known = Origins.isOurs(request)
                && (Route.decoded(request.getRequestURI()).equals(LOGIN)
                        ? formCookie.knows(request)
                        : logins.knows(request));
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

    private void page(HttpServletRequest request, HttpServletResponse response, String raw, String path)
            throws IOException, ServletException {
        Optional<User> user = user(request);
        Optional<Routes.Match> match = Routes.find(raw);
        boolean deep = path.indexOf('/', 1) > 0 && !path.startsWith(VIEWS);
        if (Routes.moved(path).isPresent()) {
            response.sendRedirect(Routes.moved(path).get() + query(request));
        } else if (user.isEmpty() && (match.isPresent() ? !match.get().route().open() : deep)) {
            response.sendRedirect("/login?redirect=" + encoded(request));
        } else if (user.isPresent() && user.get().mustChangePassword() && !mayGo(match)) {
            response.sendRedirect("/change_password");
        } else if (match.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            show(request, response, new Routes.Match(Doors.MISSING, path), user);
        } else {
            show(request, response, match.get(), user);
        }
    }

    /** Whoever has a password that somebody else has seen goes nowhere before he has changed it. */
    private static boolean mayGo(Optional<Routes.Match> match) {
        return match.map(Routes.Match::route)
                .filter(route -> route.open() || route.page().equals("changePassword"))
                .isPresent();
    }

    private Optional<User> user(HttpServletRequest request) {
        try {
            Optional<User> user = logins.of(request).map(Logins.Login::user);
            user.ifPresent(known -> Caller.is(request, known.name()));
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
            HttpServletRequest request, HttpServletResponse response, Routes.Match match, Optional<User> user)
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
