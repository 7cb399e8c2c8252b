package org.egcg.reporting.web.script;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.egcg.reporting.ejb.CurrentUser;
import org.egcg.reporting.web.reading.HomeReading;
import org.egcg.reporting.web.reading.HomeState;
import org.egcg.reporting.web.reading.PageSettings;

/**
 * What main pages that lie open would say now. It is read once for all of them when something was written, and from time to
 * time for what no mark tells of, on a thread of its own; a page that is told the state it has asks nothing.
 */
@ApplicationScoped
public class HomeNews {

    private static final System.Logger LOG = System.getLogger(HomeNews.class.getName());

    /** So that an open page is never half a minute behind. */
    private static final Duration OLD = Duration.ofSeconds(20);

    /** Before it is read again after a failure. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Inject
    private HomeReading home;

    @Inject
    private CurrentUser user;

    @Inject
    private PageSettings pages;

    @Resource
    private ManagedExecutorService executor;

    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile HomeState known;
    private volatile HomeState told;
    private volatile Instant begun = Instant.MIN;

    /** What was told last. */
    Optional<HomeState> told() {
        return Optional.ofNullable(told);
    }

    /**
     * Has the state read if it may be another one by now.
     *
     * @param latest when the latest write was learned of
     * @param listener takes what is news, on another thread
     */
    void look(Instant latest, Consumer<HomeState> listener) {
        if (isDue(latest) && reading.compareAndSet(false, true)) {
            begun = Instant.now();
            try {
                executor.execute(() -> read(listener));
            } catch (RuntimeException refused) {
                reading.set(false);
                throw refused;
            }
        }
    }

    private boolean isDue(Instant latest) {
        HomeState last = known;
        Instant now = Instant.now();
        return last == null
                ? begun.isBefore(now.minus(PAUSE))
                : last.asOf().isBefore(now.minus(OLD)) || !last.asOf().isAfter(latest);
    }

    private void read(Consumer<HomeState> listener) {
        try {
            HomeState now = user.asViewer(home::state);
            known = now;
            if (isNews(now)) {
                told = now;
                listener.accept(now);
            }
        } catch (RuntimeException failed) {
            // pages that are told nothing ask, and say what is the matter
            known = null;
            LOG.log(System.Logger.Level.DEBUG, "open main pages were not told", failed);
        } finally {
            reading.set(false);
        }
    }

    private boolean isNews(HomeState now) {
        HomeState last = told;
        return last == null
                || !last.digest().equals(now.digest())
                || last.asOf().plus(OLD).isBefore(now.asOf());
    }

    /** A state as scripts are told it. */
    BsonDocument json(HomeState state) {
        return new BsonDocument("state", new BsonString(state.digest()))
                .append("at", new BsonInt64(state.asOf().toEpochMilli()))
                .append("said", new BsonString(pages.asOf(state.asOf())));
    }
}
