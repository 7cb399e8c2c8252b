package org.egcg.reporting.web.browser;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.User;
import org.egcg.reporting.web.route.PageRoute;
import org.egcg.reporting.web.route.PageRoutes;
import org.egcg.reporting.web.route.Route;
import org.egcg.reporting.web.table.TableQuery;

/** One request for a page: who asks, for what, and with which parameters. */
@Named
@RequestScoped
public class PageRequest {

    /** Parameters that belong to one request only and never into a link. */
    public static final String PART = "part";

    private static final String ROWS_ALONE = "X-Rows-Alone";

    @Inject
    private HttpServletRequest request;

    @Inject
    private BrowserLogins logins;

    @Inject
    private FormCookie formCookie;

    private Route.Page route() {
        return (Route.Page) request.getAttribute(PageFilter.PAGE);
    }

    /** The pattern of the page's address, with the name of its bean. */
    public PageRoute pattern() {
        return route().pattern();
    }

    /** What the address says after its first part, decoded. */
    public String parameter() {
        return route().parameter();
    }

    /** The path as it was asked for, percent-encoded. */
    public String path() {
        return request.getAttribute(PageFilter.PATH).toString();
    }

    public TableQuery query() {
        Map<String, String> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
        parameters.keySet().removeIf(name -> name.startsWith("jakarta.faces") || name.startsWith("primefaces."));
        return new TableQuery(parameters);
    }

    /** The table that alone is asked for; empty text if the whole page is. */
    public String part() {
        return String.valueOf(query().parameters().getOrDefault(PART, ""));
    }

    /** Whether the whole page is drawn, with its frame. */
    public boolean whole() {
        return part().isEmpty();
    }

    /** Whether a table that is on the screen asks for its rows: it has the choice of its columns already. */
    public boolean rowsAlone() {
        return "yes".equals(request.getHeader(ROWS_ALONE));
    }

    /** Whether a part of the page is to be drawn. */
    public boolean wants(String key) {
        return whole() || part().equals(key);
    }

    /** Where a table of this page is as a file, under the parameters of this request. */
    public String export(String table, String format) {
        return path() + query().with(PART, table).with("export", format).text();
    }

    /** Who is logged in; null on the login page. */
    public User user() {
        return (User) request.getAttribute(PageFilter.USER);
    }

    /** Whether the page has menus: not where people log in and out. */
    public boolean loggedIn() {
        return user() != null && (!pattern().open() || pattern().equals(PageRoutes.MISSING));
    }

    public boolean admin() {
        return user() != null && user().role().includes(Role.ADMIN);
    }

    public boolean editor() {
        return user() != null && user().role().includes(Role.EDITOR);
    }

    /** What forms and scripts send along to show that they are of these pages. */
    public String csrf() {
        String form = formCookie.token(request);
        return form.isEmpty() ? logins.csrf(request) : form;
    }
}
