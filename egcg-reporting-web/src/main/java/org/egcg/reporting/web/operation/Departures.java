package org.egcg.reporting.web.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.egcg.reporting.store.RequestBudget;

/**
 * Requests at work whose clients have hung up: no server tells while a request is at work, but Linux does of each
 * connection. The store is asked nothing further for such a request. On other systems clients are not looked at. When it is
 * closed, those that are still at work are told to stop. Thread-safe.
 */
public final class Departures implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final List<Path> tables;
    private final Map<RequestBudget, Connection> atWork = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(Departures::daemon);

    /** Both ends of a connection. */
    private record Connection(InetSocketAddress client, int port, long since) {}

    Departures() {
        this(List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6")));
    }

    /** @param tables of connections, in the form of Linux */
    Departures(List<Path> tables) {
        this.tables = tables.stream().filter(Files::isReadable).toList();
        if (!this.tables.isEmpty()) {
            Future<?> unused = looks.scheduleWithFixedDelay(
                    this::look, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** A request begins. */
    void begin(HttpServletRequest request, RequestBudget budget) {
        InetSocketAddress client = new InetSocketAddress(request.getRemoteAddr(), request.getRemotePort());
        atWork.put(budget, new Connection(client, request.getLocalPort(), System.nanoTime()));
    }

    /** It is answered. */
    void end(RequestBudget budget) {
        atWork.remove(budget);
    }

    private void look() {
        long now = System.nanoTime();
        Map<RequestBudget, Connection> slow = new HashMap<>(atWork);
        slow.values().removeIf(connection -> now - connection.since() < BETWEEN_LOOKS.toNanos());
        if (!slow.isEmpty()) {
            Set<SocketTable.Ends> ended = ended();
            slow.forEach((budget, connection) -> {
                if (ended.contains(new SocketTable.Ends(connection.port(), connection.client()))) {
                    budget.cancel();
                }
            });
        }
    }

    private Set<SocketTable.Ends> ended() {
        Set<SocketTable.Ends> ended = new HashSet<>();
        for (Path table : tables) {
            try (Stream<String> lines = Files.lines(table)) {
                ended.addAll(SocketTable.ended(lines));
            } catch (IOException gone) {
                // without the table nobody is taken for gone
            }
        }
        return ended;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "egcg-departures");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        atWork.keySet().forEach(RequestBudget::stop);
        looks.shutdownNow();
    }
}
