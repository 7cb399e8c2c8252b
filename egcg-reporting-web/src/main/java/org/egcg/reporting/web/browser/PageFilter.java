package org.egcg.reporting.web.browser;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.ejb.CurrentUser;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.security.User;
import org.egcg.reporting.security.internal.SecurityLog;
import org.egcg.reporting.trail.Origin;
import org.egcg.reporting.web.door.Origins;
import org.egcg.reporting.web.operation.Caller;
import org.egcg.reporting.web.route.Address;
import org.egcg.reporting.web.route.AdmittedRequest;
import org.egcg.reporting.web.route.LoggedPath;
import org.egcg.reporting.web.route.PageRoutes;
import org.egcg.reporting.web.route.Route;
import org.egcg.reporting.web.signin.Confirmation;

/**
 * The door of the pages: finds the page of an address that the front door has opened, sends those to the login page who
 * are not logged in, and answers 404 for what is not opened to them. What is no page goes on to the rest of the application.
 */
public class PageFilter extends HttpFilter {

    public static final String PAGE = "egcg.page";
    public static final String PATH = "egcg.path";
    public static final String USER = "egcg.user";
    static final String QUERY = "egcg.query";

    /** Where a table is sent as a file; requests are led there from its page. */
    public static final String EXPORT = "/internal-export";

    /** Is there when a browser came with a session that has ended. */
    public static final String ENDED = "egcg.ended";

    private static final long serialVersionUID = 1;
    private static final String VIEWS = "/pages/";
    private static final String LOGIN = "/login";

    @Inject
    private transient ReportingConfig config;

    @Inject
    private transient Reporting reporting;

    @Inject
    private transient BrowserLogins logins;

    @Inject
    private transient FormCookie formCookie;

    @Inject
    private transient Instance<Form> forms;

    @Inject
    private transient Confirmation confirmation;

    @Inject
    private transient CurrentUser current;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setCharacterEncoding("UTF-8");
        Route route = AdmittedRequest.of(request).route();
        if (route instanceof Route.Page || route instanceof Route.Moved) {
            page(request, response, route);
        } else if (route instanceof Route.Script) {
            script(request, response, chain);
        } else if (route instanceof Route.Nowhere) {
            missing(request, response);
        } else {
            if (route instanceof Route.Open) {
                Headers.policy(response);
            }
            chain.doFilter(request, response);
        }
    }

    private void page(HttpServletRequest request, HttpServletResponse response, Route route)
            throws IOException, ServletException {
        if (!isRead(request) && !trusted(request)) {
            response.sendRedirect(again(request));
        } else if (isAt(request, "/logout") && "POST".equals(request.getMethod())) {
            logins.end(request, response);
            response.sendRedirect("/login?loggedout=1");
        } else if (route instanceof Route.Moved moved) {
            response.sendRedirect(moved.to() + query(request));
        } else if (route instanceof Route.Page page) {
            page(request, response, page);
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
            show(request, response, new Route.Page(PageRoutes.MISSING, ""), user);
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

    private static boolean isAt(HttpServletRequest request, String path) {
        return AdmittedRequest.of(request).address().path().equals(path);
    }

    private static boolean isLogin(HttpServletRequest request) {
        return isAt(request, LOGIN);
    }

    /** Where a visitor goes whose form was not taken. */
    private static String again(HttpServletRequest request) {
        String query = query(request);
        return request.getRequestURI() + query + (isLogin(request) ? (query.isEmpty() ? "?" : "&") + "again=1" : "");
    }

    /** Whose pages may send forms to ours: our own, whatever other pages may do in the API. */
    private Origins ownPages() {
        return new Origins(List.of(), config.api().proxies());
    }

    /** Whether something that changes things comes from a page of ours, of this browser and of this session. */
    private boolean trusted(HttpServletRequest request) {
        boolean known =
                !ownPages().isForged(request) && (isLogin(request) ? formCookie.knows(request) : logins.knows(request));
        if (!known) {
            SecurityLog.note(
                    "not from a page of this session",
                    "path",
                    LoggedPath.of(request),
                    "address",
                    request.getRemoteAddr());
        }
        return known;
    }

    private void page(HttpServletRequest request, HttpServletResponse response, Route.Page page)
            throws IOException, ServletException {
        if (page.pattern().page().equals(PageRoutes.BOARD)) {
            board(request, response, page);
            return;
        }
        Optional<User> user = user(request, response);
        if (user.isEmpty() && !page.pattern().open()) {
            response.sendRedirect(login(request));
        } else if (user.isPresent() && user.get().mustChangePassword() && !mayGo(page)) {
            response.sendRedirect(Address.of("/change_password?redirect=", request.getRequestURI() + query(request)));
        } else {
            show(request, response, page, user);
        }
    }

    /** Shown to who knows its secret, who need be no user; to others it is not there. */
    private void board(HttpServletRequest request, HttpServletResponse response, Route.Page page)
            throws IOException, ServletException {
        if (isRead(request) && reporting.boards().opens(page.parameter())) {
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("X-Robots-Tag", "noindex");
            show(request, response, page, Optional.empty());
        } else {
            missing(request, response);
        }
    }

    /** The login, which says why, and goes on where the visitor wanted to go. */
    private String login(HttpServletRequest request) {
        String why = confirmation.why(request);
        return LOGIN + "?" + (why.isEmpty() ? "" : "signin=" + why + "&") + "redirect=" + encoded(request);
    }

    /** A user whose password an administrator has seen goes nowhere before he has changed it. */
    private static boolean mayGo(Route.Page page) {
        return page.pattern().open() || page.pattern().page().equals("changePassword");
    }

    private Optional<User> user(HttpServletRequest request, HttpServletResponse response) {
        try {
            Optional<User> user = logins.of(request, response).map(BrowserLogins.Login::user);
            user.ifPresent(known -> {
                Caller.is(request, known.name());
                current.is(known);
                Origin.learn(origin -> origin.by(known.name(), "", "page"));
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

    private void show(HttpServletRequest request, HttpServletResponse response, Route.Page page, Optional<User> user)
            throws IOException, ServletException {
        request.setAttribute(PAGE, page);
        request.setAttribute(PATH, request.getRequestURI());
        request.setAttribute(USER, user.orElse(null));
        request.setAttribute(QUERY, query(request));
        if (page.pattern().page().equals("login")) {
            prepare(request, response);
        }
        if (!isRead(request) && isSentOn(page, new Submission(request, response))) {
            return;
        }
        boolean export = request.getParameter("export") != null && user.isPresent();
        request.getRequestDispatcher(export ? EXPORT : VIEWS + page.pattern().page() + ".xhtml")
                .forward(new HtmlRequest(request), response);
    }

    /** Hands what a form has sent to its page; whether the browser goes on from there, else the page is drawn. */
    private boolean isSentOn(Route.Page page, Submission submission) throws IOException {
        Instance<Form> form = forms.select(NamedLiteral.of(page.pattern().page()));
        Optional<String> next = form.isResolvable() ? form.get().sent(submission) : Optional.empty();
        if (next.isPresent()) {
            submission.response().sendRedirect(next.get());
        }
        return next.isPresent();
    }

    private static String query(HttpServletRequest request) {
        return request.getQueryString() == null ? "" : "?" + request.getQueryString();
    }

    private static String encoded(HttpServletRequest request) {
        return URLEncoder.encode(request.getRequestURI() + query(request), StandardCharsets.UTF_8);
    }
}
