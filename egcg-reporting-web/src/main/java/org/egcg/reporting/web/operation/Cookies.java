package org.egcg.reporting.web.operation;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;

/**
 * Leaves the server no way to tell a browser a session of its own, neither in a cookie nor in an address: who has logged
 * in is known by a cookie of ours. This can be said only while the application starts.
 */
@WebListener
public class Cookies implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().setSessionTrackingModes(EnumSet.noneOf(SessionTrackingMode.class));
    }
}
