package org.egcg.reporting;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.egcg.reporting.aggregation.Recomputation;
import org.egcg.reporting.aggregation.Relations;
import org.egcg.reporting.aggregation.legacy.LegacyReports;
import org.egcg.reporting.board.BoardAddresses;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.consistency.Inconsistencies;
import org.egcg.reporting.control.ControlCharts;
import org.egcg.reporting.decision.Rulings;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.instrument.Instruments;
import org.egcg.reporting.lims.LimsReports;
import org.egcg.reporting.note.Notes;
import org.egcg.reporting.notice.Notices;
import org.egcg.reporting.resource.ChangeMarks;
import org.egcg.reporting.resource.IdempotencyKeys;
import org.egcg.reporting.resource.ResourceReader;
import org.egcg.reporting.resource.ResourceWriter;
import org.egcg.reporting.review.Actions;
import org.egcg.reporting.review.Reviews;
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

/**
 * The facility's records: everything that the library offers, opened once and shared by all. Safe for use by several
 * threads; close it when the program ends.
 *
 * <p>Opening reads the configuration and opens the document store, and nothing else: users, the key that signs tokens,
 * the LIMS and Clarity come to be when they are first asked for. After {@link #close()} every method throws
 * {@link ReportingException.Unavailable}.
 */
public final class Reporting implements AutoCloseable {

    private final Lifetime lifetime;
    private final LibraryParts parts;

    private Reporting(GivenParts given, Lifetime lifetime) {
        this.lifetime = lifetime;
        this.parts = new LibraryParts(given, lifetime);
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
                return new Reporting(new GivenParts(config.get(), store, lims, users, relations, clock), lifetime);
            } catch (RuntimeException | Error failed) {
                lifetime.close();
                throw failed;
            }
        }
    }

    /** The indexes that a store under this configuration is to have; opening makes those that are missing. */
    public static List<Index> indexes(ReportingConfig config) {
        return FacilityRules.indexes(config);
    }

    private <T> T whileOpen(T part) {
        lifetime.check();
        return part;
    }

    public ReportingConfig config() {
        return whileOpen(parts.config);
    }

    public Schemas schemas() {
        return whileOpen(parts.rules.schemas());
    }

    /** How the names of runs are read. */
    public RunIds runIds() {
        return whileOpen(parts.rules.names()).runs();
    }

    /** What tells controls from samples. */
    public SampleKinds sampleKinds() {
        return whileOpen(parts.rules.names()).samples();
    }

    /** What documents add up to. */
    public Relations relations() {
        return whileOpen(parts.rules.relations());
    }

    /** The models of instruments and the types of flow cells. */
    public Instruments instruments() {
        return whileOpen(parts.rules.instruments());
    }

    /** Who says whether lanes, run elements and samples pass, by the limits in force. */
    public Reviews reviews() {
        return whileOpen(parts.rules.reviews());
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
        return whileOpen(parts.stored.reader);
    }

    public ResourceWriter writer() {
        return whileOpen(parts.stored.writer);
    }

    /** Under which secret addresses the board is shown without a login. */
    public BoardAddresses boards() {
        return whileOpen(parts.stored.boards);
    }

    /** When documents were last written, on any node. */
    public ChangeMarks changes() {
        return whileOpen(parts.stored.changes);
    }

    /** What people have noted on runs, lanes, samples and projects. */
    public Notes notes() {
        return whileOpen(parts.stored.notes);
    }

    /** Which instruments have changed, and what was done to them. */
    public ControlCharts controlCharts() {
        return whileOpen(parts.stored.controlCharts);
    }

    /** Who has changed which document. */
    public Trail trail() {
        return whileOpen(parts.stored.trail);
    }

    /** How people have decided, and how often otherwise than the rules. */
    public Rulings rulings() {
        return whileOpen(parts.stored.rulings);
    }

    /** What does not fit together in the documents. */
    public Inconsistencies inconsistencies() {
        return whileOpen(parts.stored.inconsistencies);
    }

    /** What people are told has happened, and who is told what. */
    public Notices notices() {
        return whileOpen(parts.stored.notices);
    }

    /** What users keep beside the records. */
    public PersonalDocuments personalDocuments() {
        return whileOpen(parts.stored.personal);
    }

    /** Insertions that a client may repeat without harm. */
    public IdempotencyKeys repeats() {
        return whileOpen(parts.stored.repeats);
    }

    /** Reviews: automatic ones, and those that are started in the LIMS. */
    public Actions actions() {
        return parts.actions.get();
    }

    /**
     * What the LIMS says.
     *
     * @throws ReportingException.Unavailable if there is no LIMS at all; one that is away is noticed when it is asked
     */
    public LimsReports lims() {
        return whileOpen(parts.lims).reports();
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
        parts.startEarly();
    }

    /** Who may use the service, and with which password. */
    public Users users() {
        return parts.accounts.users.get();
    }

    /** Short-lived tokens that stand for a login. */
    public LoginTokens tokens() {
        return parts.accounts.tokens.get();
    }

    /** Hides what is given out of hand for a purpose, under the key that signs tokens. */
    public Seal seal(String purpose) {
        return Seal.of(parts.accounts.key.get(), purpose);
    }

    /** Long-lived tokens that users make for their pipelines. */
    public ApiTokens apiTokens() {
        return parts.accounts.apiTokens.get();
    }

    /** Who is logged in with a browser. */
    public Sessions sessions() {
        return parts.accounts.sessions.get();
    }

    /** Codes besides passwords. */
    public SecondFactor secondFactor() {
        return users().secondFactor();
    }

    /** LegacyReports that the database computes when they are asked for, under the names of an earlier API. */
    public LegacyReports databaseReports() {
        return new LegacyReports(whileOpen(parts.store), parts.rules.schemas());
    }

    /**
     * Puts stored aggregates right, or checks them.
     *
     * @param workers how many ranges of documents are worked on at the same time
     */
    public Recomputation recomputation(int workers) {
        return new Recomputation(whileOpen(parts.store), parts.rules.relations(), workers);
    }

    /** Whether documents are kept in this process, as no database was configured and no store given. */
    public boolean hasEmbeddedStore() {
        return whileOpen(parts.embedded);
    }

    /** Whether the store answers right now; a store that is away is known after some seconds. */
    public boolean storeAnswers() {
        return parts.storeAnswers();
    }

    /** Whether the LIMS answers right now. */
    public boolean limsAnswers() {
        return parts.limsAnswers();
    }

    /** Finishes what interrupted writes have left undone; call it every few seconds. */
    public void maintain() {
        whileOpen(parts).maintain();
    }

    /** Tells other nodes on the same store of writes, and learns of theirs; call it every second. */
    public void exchangeChanges() {
        lifetime.check();
        if (!parts.embedded) {
            parts.stored.changes.exchange();
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
