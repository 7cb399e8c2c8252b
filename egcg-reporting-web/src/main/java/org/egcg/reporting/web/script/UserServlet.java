package org.egcg.reporting.web.script;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.egcg.reporting.security.User;
import org.egcg.reporting.web.browser.PageFilter;
import org.egcg.reporting.web.browser.ScriptJson;

/**
 * What answers users only, by whatever way a request has reached it: without the user whom {@link PageFilter} has found
 * it answers 401.
 */
public abstract class UserServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getAttribute(PageFilter.USER) instanceof User) {
            super.service(request, response);
        } else {
            ScriptJson.error(response, HttpServletResponse.SC_UNAUTHORIZED, "You are logged out. Log in again.");
        }
    }

    /** Who asks. */
    protected static User user(HttpServletRequest request) {
        return (User) request.getAttribute(PageFilter.USER);
    }
}
