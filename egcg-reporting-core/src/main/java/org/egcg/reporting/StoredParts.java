package org.egcg.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.egcg.reporting.aggregation.Cascade;
import org.egcg.reporting.board.BoardAddresses;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.consistency.Inconsistencies;
import org.egcg.reporting.consistency.LimsSamples;
import org.egcg.reporting.control.ControlCharts;
import org.egcg.reporting.decision.Rulings;
import org.egcg.reporting.event.InstrumentEvents;
import org.egcg.reporting.lims.LimsReports;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.note.Notes;
import org.egcg.reporting.notice.Channel;
import org.egcg.reporting.notice.Notices;
import org.egcg.reporting.notice.Watch;
import org.egcg.reporting.notice.internal.Watches;
import org.egcg.reporting.notice.internal.WebhookSender;
import org.egcg.reporting.resource.ChangeMarks;
import org.egcg.reporting.resource.IdempotencyKeys;
import org.egcg.reporting.resource.ResourceReader;
import org.egcg.reporting.resource.ResourceWriter;
import org.egcg.reporting.security.User;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.trail.Trail;

/** What works on the store: documents are read, written, added up, compared and told of. Opens nothing by itself. */
final class StoredParts {

    final Cascade cascade;
    final Trail trail;
    final Rulings rulings;
    final Notes notes;
    final ControlCharts controlCharts;
    final ResourceReader reader;
    final ResourceWriter writer;
    final ChangeMarks changes;
    final BoardAddresses boards;
    final Inconsistencies inconsistencies;
    final PersonalDocuments personal;
    final IdempotencyKeys repeats;
    final Notices notices;

    private final DocumentStore store;
    private final ReportingConfig config;
    private final OwnNames names;

    /**
     * @param lims throws {@code Unavailable} if there is none
     * @param receivers accounts that may be told something, by their ids
     */
    StoredParts(
            ReportingConfig config,
            FacilityRules rules,
            DocumentStore store,
            ChangeMarks changes,
            Supplier<LimsReports> lims,
            Function<String, Optional<User>> receivers,
            Clock clock,
            Lifetime lifetime) {
        this.store = store;
        this.config = config;
        this.names = rules.names();
        cascade = new Cascade(store, rules.relations(), clock);
        lifetime.closing((AutoCloseable) cascade::tidyUp);
        trail = new Trail(store, Clock.systemUTC());
        rulings = new Rulings(store, trail, rules::model, clock.getZone());
        notes = new Notes(store, trail, clock);
        controlCharts = new ControlCharts(
                store, changes, names.runs(), rules.control(), new InstrumentEvents(store, clock), clock);
        reader = new ResourceReader(store, rules.schemas());
        writer = new ResourceWriter(store, rules.schemas(), cascade, trail, clock);
        this.changes = changes;
        writer.whenWritten(changes::written);
        boards = new BoardAddresses(store, clock);
        inconsistencies = new Inconsistencies(store, names.samples(), () -> samples(lims.get(), clock), clock);
        personal = new PersonalDocuments(store);
        repeats = new IdempotencyKeys(store, clock);
        notices = notices(lifetime.lazy(() -> watches(lims)), receivers, clock);
    }

    private static LimsSamples samples(LimsReports lims, Clock clock) {
        return LimsSamples.of(lims.courses(Scope.all()), LocalDate.now(clock));
    }

    private List<Watch> watches(Supplier<LimsReports> lims) {
        return Watches.of(
                config,
                store,
                names.runs(),
                names.samples(),
                lims,
                () -> controlCharts,
                () -> inconsistencies,
                config.facility().timeZone());
    }

    private Notices notices(Supplier<List<Watch>> watches, Function<String, Optional<User>> receivers, Clock clock) {
        String facility = config.facility().name();
        Notices made = new Notices(
                store,
                config.notices(),
                facility,
                watches,
                receivers,
                changes::latest,
                clock.withZone(config.facility().timeZone()));
        if (!config.notices().webhooks().isEmpty()) {
            made.sendBy(Channel.WEBHOOK, new WebhookSender(config.notices(), facility, clock));
        }
        return made;
    }

    /** Finishes what interrupted writes have left undone. */
    void finishInterrupted() {
        cascade.finishInterrupted();
        writer.finishInterrupted();
    }
}
