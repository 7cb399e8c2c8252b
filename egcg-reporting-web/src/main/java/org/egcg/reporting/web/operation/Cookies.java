package org.egcg.reporting.web.operation;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import org.egcg.reporting.config.ReportingConfig;

/**
 * Ties the cookie of the pages to this host and to HTTPS, where HTTPS is used. This is known only when the configuration
 * has been read, and can be said only while the application starts.
 */
@WebListener
public class Cookies implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (ReportingConfig.load().facility().https()) {
            SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
            cookie.setName("__Host-egcg");
            cookie.setPath("/");
            cookie.setSecure(true);
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Lax");
        }
    }
}
