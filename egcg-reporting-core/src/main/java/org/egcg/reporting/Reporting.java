package org.egcg.reporting;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.egcg.reporting.aggregation.Cascade;
import org.egcg.reporting.aggregation.FieldPath;
import org.egcg.reporting.aggregation.KnownFields;
import org.egcg.reporting.aggregation.Recomputation;
import org.egcg.reporting.aggregation.Relations;
import org.egcg.reporting.aggregation.RelationsCheck;
import org.egcg.reporting.aggregation.YieldTable;
import org.egcg.reporting.aggregation.legacy.LegacyReports;
import org.egcg.reporting.board.BoardAddresses;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.consistency.Inconsistencies;
import org.egcg.reporting.consistency.LimsSamples;
import org.egcg.reporting.control.ControlCharts;
import org.egcg.reporting.control.ControlFile;
import org.egcg.reporting.control.ControlSettings;
import org.egcg.reporting.decision.DecisionBook;
import org.egcg.reporting.decision.Rulings;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.event.InstrumentEvents;
import org.egcg.reporting.instrument.Instruments;
import org.egcg.reporting.lims.LimsReports;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.note.Notes;
import org.egcg.reporting.notice.Channel;
import org.egcg.reporting.notice.Notices;
import org.egcg.reporting.notice.internal.Watches;
import org.egcg.reporting.notice.internal.WebhookSender;
import org.egcg.reporting.resource.ChangeMarks;
import org.egcg.reporting.resource.IdempotencyKeys;
import org.egcg.reporting.resource.ResourceReader;
import org.egcg.reporting.resource.ResourceWriter;
import org.egcg.reporting.resource.internal.Indexes;
import org.egcg.reporting.review.Actions;
import org.egcg.reporting.review.Reviews;
import org.egcg.reporting.review.Thresholds;
import org.egcg.reporting.run.RunIds;
import org.egcg.reporting.sample.SampleKinds;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.security.ApiTokens;
import org.egcg.reporting.security.LoginTokens;
import org.egcg.reporting.security.Seal;
import org.egcg.reporting.security.SecondFactor;
import org.egcg.reporting.security.Sessions;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Index;
import org.egcg.reporting.trail.Trail;
import org.egcg.reporting.yaml.Section;

/**
 * The facility's records: everything that the library offers, opened once and shared by all. Safe for use by several
 * threads; close it when the program ends.
 *
 * <p>Opening reads the configuration and opens the document store, and nothing else: users, the key that signs tokens,
 * the LIMS and Clarity come to be when they are first asked for. After {@link #close()} every method throws
 * {@link ReportingException.Unavailable}.
 */
public final class Reporting implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Reporting.class.getName());

    private final Lifetime lifetime;
    private final ReportingConfig config;
    private final Schemas schemas;
    private final OwnNames names;
    private final DocumentStore store;
    private final boolean embedded;
    private final Relations relations;
    private final Instruments instruments;
    private final Reviews reviews;
    private final Cascade cascade;
    private final Trail trail;
    private final Notes notes;
    private final ControlCharts controlCharts;
    private final ResourceReader reader;
    private final ResourceWriter writer;
    private final ChangeMarks changes;
    private final BoardAddresses boards;
    private final Inconsistencies inconsistencies;
    private final Notices notices;
    private final PersonalDocuments personal;
    private final IdempotencyKeys repeats;
    private final Supplier<Actions> actions;
    private final Rulings rulings;
    private final ClarityProvider clarity;
    private final LimsProvider lims;
    private final Accounts accounts;

    /** What can be found wrong without opening anything is read first. */
    private Reporting(Builder asked, Lifetime lifetime) {
        this.lifetime = lifetime;
        this.config = asked.config.get();
        this.schemas = schemas(config);
        this.relations = new RelationsCheck(
                        Section.read("relations of the program", ""), schemas, asked.relations.apply(relations(config)))
                .checked();
        this.names = OwnNames.of(config);
        this.instruments = Instruments.read(config.files().section(Instruments.FILE));
        this.reviews = new Reviews(thresholds(), instruments, names.runs(), names.samples());
        ControlSettings control = control();
        Supplier<Path> data = lifetime.lazy(() -> OwnFiles.closed(config));
        this.lims = lifetime.closing(new LimsProvider(config, asked.lims, data, asked.clock));
        this.clarity = lifetime.closing(new ClarityProvider(config, asked.lims.isPresent()));
        this.embedded =
                asked.store.isEmpty() && config.store().connectionString().isEmpty();
        this.store = asked.store.orElseGet(() -> StoreProvider.open(config, data, lifetime));
        this.cascade = new Cascade(store, relations, asked.clock);
        lifetime.closing((AutoCloseable) cascade::tidyUp);
        this.trail = new Trail(store, Clock.systemUTC());
        this.rulings = new Rulings(
                store, trail, run -> instruments.ofRun(run, names.runs()).model(), asked.clock.getZone());
        this.notes = new Notes(store, trail, asked.clock);
        this.controlCharts =
                new ControlCharts(store, names.runs(), control, new InstrumentEvents(store, asked.clock), asked.clock);
        this.reader = new ResourceReader(store, schemas);
        this.writer = new ResourceWriter(store, schemas, cascade, trail, asked.clock);
        this.changes = new ChangeMarks(store);
        writer.whenWritten(changes::written);
        this.boards = new BoardAddresses(store, asked.clock);
        this.inconsistencies = new Inconsistencies(store, names.samples(), () -> limsSamples(asked.clock), asked.clock);
        this.personal = new PersonalDocuments(store);
        this.repeats = new IdempotencyKeys(store, asked.clock);
        this.notices = notices(asked.clock);
        this.accounts = new Accounts(config, asked.users, data, personal, notices::removeAllOf, asked.clock, lifetime);
        this.actions = lifetime.lazy(() -> new Actions(
                schemas, reader, writer, reviews, clarity.client(), new DecisionBook(store), trail, asked.clock));
        prepare();
    }

    /**
     * Opens what the configuration names, and embedded databases in the place of what it does not.
     *
     * @throws ReportingException.Misconfigured if a configuration file is wrong, or the embedded store is needed and not
     *     there or not usable
     */
    public static Reporting open(ReportingConfig config) {
        return builder().configuration(config).open();
    }

    /** The same over a store of your own, which is closed together with it. */
    public static Reporting over(DocumentStore store, ReportingConfig config) {
        return builder().store(store).configuration(config).open();
    }

    /** Opens the library with parts of your own. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What the library is opened with; what is not given is as the configuration says. What is given is closed together
     * with the library, and also if the library does not open. For one thread, and one library.
     */
    public static final class Builder {
        private Supplier<ReportingConfig> config = Configuration::load;
        private Optional<DocumentStore> store = Optional.empty();
        private Optional<LimsReports> lims = Optional.empty();
        private Optional<Users> users = Optional.empty();
        private UnaryOperator<Relations> relations = UnaryOperator.identity();
        private Clock clock = Clock.system(ZoneId.systemDefault());

        private Builder() {}

        /** Settings; without them {@link Configuration#load()} finds them. */
        public Builder configuration(ReportingConfig settings) {
            config = () -> settings;
            return this;
        }

        /** A directory of settings, as {@link Configuration#in} reads it. */
        public Builder configuration(Path directory) {
            config = () -> Configuration.in(directory);
            return this;
        }

        /** Where documents are kept. */
        public Builder store(DocumentStore own) {
            store = Optional.of(own);
            return this;
        }

        /** What is asked about the laboratory's work. */
        public Builder lims(LimsReports own) {
            lims = Optional.of(own);
            return this;
        }

        /** Who may log in. */
        public Builder users(Users own) {
            users = Optional.of(own);
            return this;
        }

        /**
         * What documents add up to: what is made of those that the configuration says, such as {@code relations ->
         * relations.with(Relation.relation("runs", "run_id").computes(...))}. Stored documents get new fields when they
         * are next written, or by a {@linkplain Reporting#recomputation recomputation}.
         */
        public Builder relations(UnaryOperator<Relations> change) {
            relations = change;
            return this;
        }

        /** What time it is, and in which zone the dates of reviews are. */
        public Builder clock(Clock own) {
            clock = own;
            return this;
        }

        /**
         * Opens the library. If that fails, everything that was opened for it is closed.
         *
         * @throws ReportingException.Misconfigured if a configuration file is wrong, or the embedded store is needed and
         *     not there or not usable
         */
        public Reporting open() {
            Lifetime lifetime = new Lifetime();
            store.ifPresent(lifetime::closing);
            users.ifPresent(lifetime::closing);
            lims.ifPresent(lifetime::closing);
            try {
                return new Reporting(this, lifetime);
            } catch (RuntimeException | Error failed) {
                lifetime.close();
                throw failed;
            }
        }
    }

    private static Schemas schemas(ReportingConfig config) {
        return Schemas.read(config.files().section("schema.yaml"));
    }

    private static Relations relations(ReportingConfig config) {
        YieldTable yields = new YieldTable(
                List.copyOf(config.yields().coverages()),
                Map.copyOf(config.yields().q30ByYield()));
        Section file = config.files().section(Relations.FILE);
        return new RelationsCheck(file, schemas(config), Relations.read(file, yields)).checked();
    }

    /** The indexes that a store under this configuration is to have; opening makes those that are missing. */
    public static List<Index> indexes(ReportingConfig config) {
        return Indexes.of(schemas(config), relations(config));
    }

    private Thresholds thresholds() {
        Section file = config.files().section(Thresholds.FILE);
        return Thresholds.read(file).checked(file, new KnownFields(schemas, relations), instruments);
    }

    private ControlSettings control() {
        KnownFields known = new KnownFields(schemas, relations);
        return ControlFile.read(
                config.files().section(ControlFile.FILE), path -> known.has("lanes", FieldPath.of(path)));
    }

    private void prepare() {
        try {
            store.prepare(Indexes.of(schemas, relations));
            maintain();
        } catch (ReportingException.Unavailable away) {
            LOG.log(System.Logger.Level.WARNING, "the store is away; its indexes are made when it is back");
        }
    }

    private Notices notices(Clock clock) {
        String facility = config.facility().name();
        Notices made = new Notices(
                store,
                config.notices(),
                facility,
                lifetime.lazy(() -> Watches.of(
                        config,
                        store,
                        names.runs(),
                        names.samples(),
                        this::lims,
                        this::controlCharts,
                        this::inconsistencies,
                        config.facility().timeZone())),
                id -> users().withId(id).flatMap(users()::confirmed),
                changes::latest,
                clock.withZone(config.facility().timeZone()));
        if (!config.notices().webhooks().isEmpty()) {
            made.sendBy(Channel.WEBHOOK, new WebhookSender(config.notices(), facility, clock));
        }
        return made;
    }

    private <T> T whileOpen(T part) {
        lifetime.check();
        return part;
    }

    public ReportingConfig config() {
        return whileOpen(config);
    }

    public Schemas schemas() {
        return whileOpen(schemas);
    }

    /** How the names of runs are read. */
    public RunIds runIds() {
        return whileOpen(names).runs();
    }

    /** What tells controls from samples. */
    public SampleKinds sampleKinds() {
        return whileOpen(names).samples();
    }

    /** What documents add up to. */
    public Relations relations() {
        return whileOpen(relations);
    }

    /** The models of instruments and the types of flow cells. */
    public Instruments instruments() {
        return whileOpen(instruments);
    }

    /** Who says whether lanes, run elements and samples pass, by the limits in force. */
    public Reviews reviews() {
        return whileOpen(reviews);
    }

    /**
     * The schema of a resource.
     *
     * @throws ReportingException.NotFound if there is no resource of this name
     */
    public Schema schema(String resource) {
        return schemas()
                .named(resource)
                .orElseThrow(() -> new ReportingException.NotFound("no resource is named " + resource));
    }

    public ResourceReader reader() {
        return whileOpen(reader);
    }

    public ResourceWriter writer() {
        return whileOpen(writer);
    }

    /** Under which secret addresses the board is shown without a login. */
    public BoardAddresses boards() {
        return whileOpen(boards);
    }

    /** When documents were last written, on any node. */
    public ChangeMarks changes() {
        return whileOpen(changes);
    }

    /** What people have noted on runs, lanes, samples and projects. */
    public Notes notes() {
        return whileOpen(notes);
    }

    /** Which instruments have changed, and what was done to them. */
    public ControlCharts controlCharts() {
        return whileOpen(controlCharts);
    }

    /** Who has changed which document. */
    public Trail trail() {
        return whileOpen(trail);
    }

    /** How people have decided, and how often otherwise than the rules. */
    public Rulings rulings() {
        return whileOpen(rulings);
    }

    /** What does not fit together in the documents. */
    public Inconsistencies inconsistencies() {
        return whileOpen(inconsistencies);
    }

    private LimsSamples limsSamples(Clock clock) {
        return LimsSamples.of(lims().courses(Scope.all()), LocalDate.now(clock));
    }

    /** What people are told has happened, and who is told what. */
    public Notices notices() {
        return whileOpen(notices);
    }

    /** What users keep beside the records. */
    public PersonalDocuments personalDocuments() {
        return whileOpen(personal);
    }

    /** Insertions that a client may repeat without harm. */
    public IdempotencyKeys repeats() {
        return whileOpen(repeats);
    }

    /** Reviews: automatic ones, and those that are started in the LIMS. */
    public Actions actions() {
        return actions.get();
    }

    /**
     * What the LIMS says.
     *
     * @throws ReportingException.Unavailable if there is no LIMS at all; one that is away is noticed when it is asked
     */
    public LimsReports lims() {
        return whileOpen(lims).reports();
    }

    /**
     * For a service that will need everything: opens the users and the key that signs tokens, and lets the embedded LIMS
     * and its Clarity, if there are to be any, start before the first request needs them.
     *
     * @throws ReportingException.Misconfigured if users or key cannot be kept where the configuration says
     */
    public void startEarly() {
        users();
        tokens();
        clarity.startEarly();
        lims.startEarly();
    }

    /** Who may use the service, and with which password. */
    public Users users() {
        return accounts.users.get();
    }

    /** Short-lived tokens that stand for a login. */
    public LoginTokens tokens() {
        return accounts.tokens.get();
    }

    /** Hides what is given out of hand for a purpose, under the key that signs tokens. */
    public Seal seal(String purpose) {
        return Seal.of(accounts.key.get(), purpose);
    }

    /** Long-lived tokens that users make for their pipelines. */
    public ApiTokens apiTokens() {
        return accounts.apiTokens.get();
    }

    /** Who is logged in with a browser. */
    public Sessions sessions() {
        return accounts.sessions.get();
    }

    /** Codes besides passwords. */
    public SecondFactor secondFactor() {
        return users().secondFactor();
    }

    /** LegacyReports that the database computes when they are asked for, under the names of an earlier API. */
    public LegacyReports databaseReports() {
        return new LegacyReports(whileOpen(store), schemas);
    }

    /**
     * Puts stored aggregates right, or checks them.
     *
     * @param workers how many ranges of documents are worked on at the same time
     */
    public Recomputation recomputation(int workers) {
        return new Recomputation(whileOpen(store), relations, workers);
    }

    /** Whether documents are kept in this process, as no database was configured and no store given. */
    public boolean hasEmbeddedStore() {
        return whileOpen(embedded);
    }

    /** Whether the store answers right now; a store that is away is known after some seconds. */
    public boolean storeAnswers() {
        lifetime.check();
        try {
            store.count(schemas.names().iterator().next(), new BsonDocument("_id", BsonNull.VALUE));
            return true;
        } catch (ReportingException.Unavailable away) {
            return false;
        }
    }

    /** Whether the LIMS answers right now. */
    public boolean limsAnswers() {
        lifetime.check();
        try {
            lims().ping();
            return true;
        } catch (ReportingException.Unavailable away) {
            return false;
        }
    }

    /** Finishes what interrupted writes have left undone; call it every few seconds. */
    public void maintain() {
        whileOpen(cascade).finishInterrupted();
        writer.finishInterrupted();
        repeats.forgetOld();
        trail.settle();
        trail.forgetBeyond(config.store().historyDays());
        accounts.giveToAccounts();
    }

    /** Tells other nodes on the same store of writes, and learns of theirs; call it every second. */
    public void exchangeChanges() {
        lifetime.check();
        if (!embedded) {
            changes.exchange();
        }
    }

    /**
     * Closes what was opened and what it was opened with, the last first; what is just being opened is waited for.
     * Closing again does nothing.
     */
    @Override
    public void close() {
        lifetime.close();
    }
}
