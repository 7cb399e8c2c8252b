package org.egcg.reporting.consistency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.sample.SampleKinds;
import org.egcg.reporting.store.DocumentStore;

/**
 * Looks for what does not fit. All documents are read in the order of the store, each collection once unless something
 * is there twice or at work, and held against the names of those that they belong to; what was found is kept for as long as ten times the time
 * that it took. Safe for use by several threads, of which one looks.
 */
public final class Inconsistencies {

    private static final Duration LEAST = Duration.ofSeconds(5);
    private static final int RESTS = 10;

    private final DocumentStore store;
    private final SampleKinds kinds;
    private final Supplier<LimsSamples> lims;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile InconsistencyReport last;

    /** @param lims asks the LIMS which samples it knows; may throw {@link Unavailable} */
    public Inconsistencies(DocumentStore store, SampleKinds kinds, Supplier<LimsSamples> lims, Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.lims = lims;
        this.clock = clock;
    }

    /**
     * What does not fit, as of a moment ago; the first who asks waits for it, and those who ask while it is looked for
     * anew get the one of last time.
     *
     * @throws Unavailable if the store does not answer
     */
    public InconsistencyReport report() {
        InconsistencyReport known = last;
        return known != null && (isFresh(known) || looking.isLocked()) ? known : renewed();
    }

    /** What was found last, however long ago; nothing if nobody has looked yet. */
    public List<Inconsistency> lastAbout(String resource, String id) {
        InconsistencyReport known = last;
        return known == null ? List.of() : known.about(resource, id);
    }

    /** How long it took to look last; empty if nobody has looked yet. */
    public Optional<Duration> lastTook() {
        return Optional.ofNullable(last).map(InconsistencyReport::took);
    }

    private boolean isFresh(InconsistencyReport report) {
        Duration pause = report.took().multipliedBy(RESTS);
        return report.asOf().plus(pause.compareTo(LEAST) > 0 ? pause : LEAST).isAfter(clock.instant());
    }

    private InconsistencyReport renewed() {
        looking.lock();
        try {
            InconsistencyReport known = last;
            return known != null && isFresh(known) ? known : look();
        } finally {
            looking.unlock();
        }
    }

    /** Looks now. */
    public InconsistencyReport look() {
        Instant begun = clock.instant();
        long started = System.nanoTime();
        Findings findings = new Findings();
        Scan scan = new Scan(store);
        Optional<LimsComparison> compared = known().map(known -> new LimsComparison(findings, kinds, known));
        new Parts(scan, findings, kinds).look(compared);
        new Work(scan, findings, begun).look();
        List<String> missing =
                compared.isPresent() ? List.of() : List.of("The LIMS does not answer; its samples were not compared.");
        last = InconsistencyReport.of(findings, missing, begun, begun.plusNanos(System.nanoTime() - started));
        return last;
    }

    private Optional<LimsSamples> known() {
        try {
            return Optional.of(lims.get());
        } catch (Unavailable away) {
            return Optional.empty();
        }
    }
}
