package org.egcg.reporting.web.connection;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.web.gate.GateOpening;
import org.egcg.reporting.web.operation.Shutdown;

/**
 * Limits the connections of Payara while the application runs. Payara has no setting for this, so its listeners are
 * looked for where it keeps them; if they are not found there, a log entry tells that there is no limit. Listeners that
 * are opened only when the application is ready are waited for. While the process is being stopped Payara would answer 500
 * to new connections, and WildFly 404; so none is let in from then on. No class of either server is named here.
 */
@WebListener
public class ConnectionLimits implements ServletContextListener {
    private static final Logger LOGGER = System.getLogger(ConnectionLimits.class.getName());
    private static final String GRIZZLY = "com.sun.enterprise.v3.services.impl.GrizzlyService";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    @Inject
    private ReportingConfig config;

    private volatile List<? extends Listening> limits = List.of();
    private volatile boolean ended;
    private Optional<Shutdown> shutdown = Optional.empty();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            Class<?> grizzly = Class.forName(GRIZZLY);
            refuseWhenTheProcessEnds();
            Thread waiting = new Thread(() -> limit(grizzly), "egcg-connection-limits");
            waiting.setDaemon(true);
            waiting.start();
        } catch (ClassNotFoundException notPayara) {
            watchWildFly();
        }
        GateOpening.happens();
    }

    private void refuseWhenTheProcessEnds() {
        shutdown = Optional.of(Shutdown.watched(() -> limits.forEach(Listening::refuse)));
    }

    private void watchWildFly() {
        try {
            limits = WildFlyListeners.watched();
            refuseWhenTheProcessEnds();
            LOGGER.log(Level.DEBUG, "{0} listeners are told when the process ends", limits.size());
        } catch (ClassNotFoundException anotherServer) {
            LOGGER.log(Level.DEBUG, "Connections are the server''s matter");
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "While this version of WildFly stops it may answer 404 for a moment", e);
        }
    }

    private void limit(Class<?> grizzly) {
        try {
            while (!ended && limits.isEmpty()) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
                limits = PayaraListeners.limited(grizzly, config.limits().body());
            }
            LOGGER.log(Level.INFO, "Connections are limited on {0} listeners", limits.size());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "The number of connections is not limited on this version of Payara", e);
        }
    }

    /** Who comes while the process ends is still not let in: nothing is behind the door any more. */
    @Override
    public void contextDestroyed(ServletContextEvent event) {
        ended = true;
        if (shutdown.filter(Shutdown::hasBegun).isEmpty()) {
            shutdown.ifPresent(Shutdown::close);
            limits.forEach(Listening::close);
        } else {
            limits.forEach(Listening::hangUp);
        }
    }
}
