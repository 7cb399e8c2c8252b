package org.egcg.reporting.web.door;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebListener;
import java.util.Optional;
import java.util.Set;

/**
 * Puts {@link ClosedServlet} where servers would answer before any filter: a directory of the application or of a
 * library, asked for without a slash at its end, is answered with a redirect to the host that the client has named.
 */
@WebListener
public class ClosedDirectories implements ServletContextListener {

    private static final Set<String> INSIDE = Set.of("/WEB-INF/", "/META-INF/");

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext application = event.getServletContext();
        ServletRegistration closed = application.addServlet("closed", ClosedServlet.class);
        closed.addMapping("/");
        INSIDE.forEach(directory -> closed.addMapping(directory + "*"));
        closeBelow("/", application, closed);
    }

    private static void closeBelow(String directory, ServletContext application, ServletRegistration closed) {
        for (String path :
                Optional.ofNullable(application.getResourcePaths(directory)).orElse(Set.of())) {
            if (path.endsWith("/") && !INSIDE.contains(path)) {
                closed.addMapping(path.substring(0, path.length() - 1));
                closeBelow(path, application, closed);
            }
        }
    }
}
