package org.egcg.reporting.web.reading;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.control.ControlSnapshot;
import org.egcg.reporting.ejb.CurrentUser;
import org.egcg.reporting.ejb.ReportingInstruments;

/** The control charts of instruments, kept for a moment and shared by all visitors. */
@ApplicationScoped
public class ControlReading {

    private static final Duration FRESH = Duration.ofSeconds(3);

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private ReportingInstruments instruments;

    @Inject
    private Reporting reporting;

    @Inject
    private CurrentUser user;

    @Inject
    private Freshness freshness;

    private StaleWhileRevalidate<Read> reading;
    private volatile Instant changed = Instant.MIN;

    private record Read(Instant moment, ControlSnapshot snapshot) {}

    @PostConstruct
    void prepare() {
        reading = new StaleWhileRevalidate<>(executor, this::isFresh);
    }

    private boolean isFresh(Read known, Duration pause) {
        Duration longer = pause.compareTo(FRESH) > 0 ? pause : FRESH;
        return known.moment().isAfter(changed) && freshness.isFresh(known.moment(), longer);
    }

    /** All charts as of a moment ago; never as they were before a user changed something here. */
    public ControlSnapshot charts() {
        Instant last = changed;
        return reading.current(source(), read -> read.moment().isAfter(last)).snapshot();
    }

    private Supplier<Read> source() {
        return user.carried(() -> new Read(Instant.now(), instruments.now()));
    }

    /** All charts as they were when they were last asked for; only who asks first of all waits. */
    public ControlSnapshot lately() {
        Optional<Read> known = reading.known();
        if (known.isEmpty()) {
            return charts();
        }
        reading.ahead(source());
        return known.get().snapshot();
    }

    /** How many of an instrument's last runs say in which state it is. */
    public int recent() {
        return reporting.controlCharts().settings().recent();
    }

    /** A user has noted something and expects to see it. */
    public void changed() {
        changed = Instant.now();
    }
}
