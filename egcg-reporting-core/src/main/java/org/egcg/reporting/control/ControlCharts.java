package org.egcg.reporting.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.egcg.reporting.event.InstrumentEvents;
import org.egcg.reporting.resource.ChangeMarks;
import org.egcg.reporting.run.RunIds;
import org.egcg.reporting.store.DocumentStore;

/**
 * Control charts of the metrics of instruments, made of the lanes in the store. What was read is good for three seconds, or
 * for twenty times what the reading took if that is longer, so that it costs a twentieth of a processor at most. Safe for
 * use by several threads.
 */
public final class ControlCharts {

    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final int PAUSE = 20;

    private final LaneReading lanes;
    private final ControlSettings settings;
    private final InstrumentEvents events;
    private final Clock clock;

    private ControlSnapshot known;
    private Instant goodUntil = Instant.MIN;

    public ControlCharts(
            DocumentStore store,
            ChangeMarks changes,
            RunIds names,
            ControlSettings settings,
            InstrumentEvents events,
            Clock clock) {
        this.lanes = new LaneReading(store, changes, names, settings.metrics(), clock);
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** How charts are made. */
    public ControlSettings settings() {
        return settings;
    }

    /** What was done to instruments. */
    public InstrumentEvents events() {
        return events;
    }

    /** All charts as they are now. */
    public synchronized ControlSnapshot now() {
        Instant begun = clock.instant();
        if (known == null || !begun.isBefore(goodUntil)) {
            Instant first = begun.minus(Duration.ofDays(settings.days()));
            known = new ControlSnapshot(begun, settings, lanes.since(first, clock.getZone()), events.all());
            Duration pause = Duration.between(begun, clock.instant()).multipliedBy(PAUSE);
            goodUntil = begun.plus(pause.compareTo(FRESH) > 0 ? pause : FRESH);
        }
        return known;
    }

    /** A user has noted something and expects to see it: the next question reads anew. */
    public synchronized void changed() {
        goodUntil = Instant.MIN;
    }

    /** What the runs that were started on a day or later have broken, see {@link ControlSnapshot#violationsSince}. */
    public List<Violation> violationsSince(LocalDate day) {
        return now().violationsSince(day);
    }
}
