package org.egcg.reporting.web.script;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.web.reading.HomeState;

/**
 * Tells all browsers that listen of changes, from a thread that asks no store: the marks are in memory. A stream is
 * short, so that what is sent fits into the buffers of its connection, and a client that reads nothing holds up no other.
 */
@ApplicationScoped
public class ChangeStreams {

    private static final System.Logger LOG = System.getLogger(ChangeStreams.class.getName());

    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration BEAT = Duration.ofSeconds(20);
    private static final int MOST = 2000;
    private static final int MOST_OF_A_USER = 30;

    @Inject
    private Reporting reporting;

    @Inject
    private HomeNews home;

    private final Set<ChangeStream> open = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService clock;
    private Instant told = Instant.MIN;
    private Instant beaten = Instant.MIN;

    @PostConstruct
    void start() {
        clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "egcg-changes");
            thread.setDaemon(true);
            return thread;
        });
        Future<?> unused =
                clock.scheduleWithFixedDelay(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether one more may listen in the name of a user. */
    boolean hasRoomFor(String user) {
        return open.size() < MOST
                && open.stream().filter(stream -> stream.user().equals(user)).count() < MOST_OF_A_USER;
    }

    /** When the latest write was learned of, as browsers are told it: milliseconds since 1970, 0 if there is none. */
    long latest() {
        Instant latest = reporting.changes().latest();
        return latest.equals(Instant.MIN) ? 0 : latest.toEpochMilli();
    }

    void add(ChangeStream stream) {
        open.add(stream);
        if (!stream.tell(at()) || !home.told().map(state -> tell(stream, state)).orElse(true)) {
            open.remove(stream);
        }
    }

    private BsonDocument at() {
        return new BsonDocument("at", new BsonInt64(latest()));
    }

    private boolean tell(ChangeStream stream, HomeState state) {
        return !stream.isOfMainPage() || stream.tell(new BsonDocument("home", home.json(state)));
    }

    private void tick() {
        try {
            Instant now = Instant.now();
            Instant latest = reporting.changes().latest();
            boolean news = latest.isAfter(told);
            boolean beat = now.isAfter(beaten.plus(BEAT));
            told = latest;
            if (beat) {
                beaten = now;
            }
            if (news || beat) {
                BsonDocument at = at();
                open.removeIf(stream -> !(beat ? stream.beat(at, now) : stream.tell(at)));
            }
            if (open.stream().anyMatch(ChangeStream::isOfMainPage)) {
                home.look(latest, state -> open.removeIf(stream -> !tell(stream, state)));
            }
        } catch (RuntimeException failed) {
            // the clock would stop for ever
            LOG.log(System.Logger.Level.WARNING, "open pages were not told of changes", failed);
        }
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
        open.forEach(ChangeStream::close);
        open.clear();
    }
}
