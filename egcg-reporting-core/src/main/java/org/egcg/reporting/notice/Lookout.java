package org.egcg.reporting.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.notice.Leases.Lease;
import org.egcg.reporting.store.DocumentStore;

/** Lets each watch look when it is its turn, on one of all nodes, and puts what it has found into the outbox. */
final class Lookout {

    private static final System.Logger LOG = System.getLogger(Lookout.class.getName());
    private static final Duration SHORT = Duration.ofMinutes(1);

    /** A service that has just been started has other things to do: what looks seldom waits a sixth of its pause. */
    private static final int LATER = 6;

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Supplier<List<Watch>> watches;
    private final Outbox outbox;
    private final Leases leases;
    private final Runnable forgetting;
    private final Clock clock;
    private final Supplier<Instant> written;
    private final Instant started;
    private final Map<String, Looked> looked = new HashMap<>();
    private Optional<Instant> awaySince = Optional.empty();

    /** When a watch has looked on this node, and when documents had last been written then. */
    private record Looked(Instant at, Instant written) {}

    /**
     * @param forgetting is to be done once a day
     * @param written when documents were last written
     */
    Lookout(
            Supplier<List<Watch>> watches,
            Outbox outbox,
            Runnable forgetting,
            Supplier<Instant> written,
            DocumentStore store,
            Clock clock) {
        this.watches = watches;
        this.outbox = outbox;
        this.forgetting = forgetting;
        this.written = written;
        this.leases = new Leases(store);
        this.clock = clock;
        this.started = clock.instant();
    }

    synchronized void look() {
        Instant now = clock.instant();
        try {
            for (Watch watch : watches.get()) {
                lookIfTime(watch, now);
            }
            leases.take("forgetting", now, Duration.ofDays(1)).ifPresent(lease -> forgetting.run());
            awaySince.ifPresent(since -> back(since, now));
            awaySince = Optional.empty();
        } catch (Unavailable away) {
            awaySince = awaySince.or(() -> Optional.of(now));
            throw away;
        }
    }

    private void lookIfTime(Watch watch, Instant now) {
        if (started.plus(watch.pause().dividedBy(LATER)).isAfter(now)) {
            return;
        }
        Instant latest = written.get();
        Looked last = looked.get(watch.name());
        boolean isEarly = watch.followsWrites() && last != null && !latest.equals(last.written());
        Duration pause = isEarly ? SOON : watch.pause();
        if (last == null || !last.at().plus(pause).isAfter(now)) {
            leases.take(watch.name(), now, pause).ifPresent(lease -> {
                looked.put(watch.name(), new Looked(now, latest));
                look(watch, lease, now);
            });
        }
    }

    private void look(Watch watch, Lease lease, Instant now) {
        List<Notice> found;
        try {
            found = watch.look(now);
        } catch (Unavailable away) {
            LOG.log(System.Logger.Level.DEBUG, "{0}: nothing to be seen: {1}", watch.name(), away.getMessage());
            return;
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, watch.name() + ": could not look", failed);
            return;
        }
        outbox.tell(found, lease.first());
        if (lease.first()) {
            leases.begun(lease);
        }
    }

    private void back(Instant since, Instant now) {
        if (Duration.between(since, now).compareTo(SHORT) > 0) {
            Instant from = since.truncatedTo(ChronoUnit.MINUTES);
            outbox.tell(
                    List.of(Notice.of(
                            NoticeKind.STORE_TROUBLE,
                            "away/" + since.truncatedTo(ChronoUnit.HOURS),
                            now,
                            "The store did not answer",
                            "It was away from " + from + " until " + now.truncatedTo(ChronoUnit.MINUTES) + ".",
                            "/")),
                    false);
        }
    }
}
