package org.egcg.reporting.web.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.ConnectionProbe;
import org.glassfish.grizzly.filterchain.Filter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.http.HttpCodecFilter;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpProbe;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.HttpServerProbe;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.nio.NIOTransport;

/** Watches one of Grizzly's listeners and closes connections that are too many, or that keep it waiting for too long. */
final class GrizzlyConnections implements Listening {

    /** Times the largest head of a request, 128 KB, this is a quarter of a heap of 512 MB. */
    private static final int MOST = 1024;

    /** From the connection or the last answer to the end of the next request's head. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final int SECONDS_BETWEEN_LOOKS = 5;

    private final OpenConnections<Connection<?>> open = new OpenConnections<>(MOST, PATIENCE, System::nanoTime);
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(GrizzlyConnections::daemon);
    private final NIOTransport transport;
    private final List<Connection<?>> listening;
    private final Sockets sockets = new Sockets();
    private final NoUpgrades noUpgrades = new NoUpgrades();
    private final List<KeptAlive> keptAlive = new ArrayList<>();
    private final ExpectContinue announcements;

    /** Of a transport and the sockets on which it listens. */
    GrizzlyConnections(NIOTransport transport, List<Connection<?>> listening, ExpectContinue announcements)
            throws ReflectiveOperationException {
        StandardPhrases.teach();
        this.announcements = announcements;
        this.transport = transport;
        this.listening = List.copyOf(listening);
        transport.getConnectionMonitoringConfig().addProbes(sockets);
        listening.forEach(socket -> socket.getMonitoringConfig().addProbes(sockets));
        for (Filter filter : chain()) {
            if (filter instanceof HttpCodecFilter codec) {
                codec.getMonitoringConfig().addProbes(new Heads());
                if (codec instanceof org.glassfish.grizzly.http.HttpServerFilter http) {
                    keptAlive.add(new KeptAlive(http));
                }
            } else if (filter instanceof HttpServerFilter requests) {
                requests.getMonitoringConfig().addProbes(new Answers());
            }
        }
        // behind all others: connections that are open already know these by their places
        chain().add(noUpgrades);
        Future<?> unused = looks.scheduleWithFixedDelay(
                this::look, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    private void look() {
        open.overdue().forEach(Connection::terminateSilently);
        keptAlive.forEach(KeptAlive::forgetClosed);
    }

    private FilterChain chain() {
        return (FilterChain) transport.getProcessor();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "egcg-open-connections");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void refuse() {
        open.shut().forEach(Connection::terminateSilently);
    }

    /** Those that wait were closed at once, and the others are with their answers. */
    @Override
    public void hangUp() {}

    /** Probes of filters stay with them, and have nothing to tell any more. */
    @Override
    public void close() {
        looks.shutdownNow();
        chain().remove(noUpgrades);
        transport.getConnectionMonitoringConfig().removeProbes(sockets);
        listening.forEach(socket -> socket.getMonitoringConfig().removeProbes(sockets));
    }

    private final class Sockets extends ConnectionProbe.Adapter {
        @Override
        @SuppressWarnings("rawtypes")
        public void onAcceptEvent(Connection server, Connection client) {
            open.opened(client).ifPresent(Connection::terminateSilently);
        }

        @Override
        @SuppressWarnings("rawtypes")
        public void onCloseEvent(Connection connection) {
            open.closed(connection);
            keptAlive.forEach(kept -> kept.forget(connection));
        }
    }

    private final class Heads extends HttpProbe.Adapter {
        @Override
        @SuppressWarnings("rawtypes")
        public void onHeaderParseEvent(Connection connection, HttpHeader head, int size) {
            open.asked(connection);
            announcements.heard(head);
        }
    }

    private final class Answers extends HttpServerProbe.Adapter {
        @Override
        @SuppressWarnings("rawtypes")
        public void onRequestCompleteEvent(HttpServerFilter filter, Connection connection, Response response) {
            open.answered(connection).ifPresent(Connection::closeSilently);
        }
    }
}
