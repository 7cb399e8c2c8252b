package org.egcg.reporting.web.connection;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.web.operation.Shutdown;

/**
 * Limits the connections of Payara while the application runs. Payara has no setting for this, so its listeners are
 * looked for where it keeps them; if they are not found there, a log entry tells that there is no limit. On other
 * servers, which know nothing of Grizzly, this does nothing; it names none of Grizzly's classes itself. While the process
 * is being stopped Payara would answer 500 to new connections; so none is let in from then on.
 */
@WebListener
public class ConnectionLimits implements ServletContextListener {
    private static final Logger LOGGER = System.getLogger(ConnectionLimits.class.getName());
    private static final String GRIZZLY = "com.sun.enterprise.v3.services.impl.GrizzlyService";

    private List<? extends Listening> limits = List.of();
    private Optional<Shutdown> shutdown = Optional.empty();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            limits = PayaraListeners.limited(Class.forName(GRIZZLY));
            shutdown = Optional.of(Shutdown.watched(() -> limits.forEach(Listening::refuse)));
            LOGGER.log(Level.INFO, "Connections are limited on {0} listeners", limits.size());
        } catch (ClassNotFoundException notPayara) {
            LOGGER.log(Level.DEBUG, "Connections are the server''s matter");
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "The number of connections is not limited on this version of Payara", e);
        }
    }

    /** Who comes while the process ends is still not let in: nothing is behind the door any more. */
    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (shutdown.filter(Shutdown::hasBegun).isEmpty()) {
            shutdown.ifPresent(Shutdown::close);
            limits.forEach(Listening::close);
        }
    }
}
