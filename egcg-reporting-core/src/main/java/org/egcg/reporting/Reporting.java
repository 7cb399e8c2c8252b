package org.egcg.reporting;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.egcg.reporting.aggregation.Cascade;
import org.egcg.reporting.aggregation.Recomputation;
import org.egcg.reporting.aggregation.Relations;
import org.egcg.reporting.aggregation.YieldTable;
import org.egcg.reporting.aggregation.legacy.LegacyReports;
import org.egcg.reporting.config.ConfigDirectory;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.config.Secret;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.lims.LimsReports;
import org.egcg.reporting.resource.IdempotencyKeys;
import org.egcg.reporting.resource.Indexes;
import org.egcg.reporting.resource.ResourceReader;
import org.egcg.reporting.resource.ResourceWriter;
import org.egcg.reporting.review.Actions;
import org.egcg.reporting.review.Thresholds;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.security.AccountRules;
import org.egcg.reporting.security.ApiTokens;
import org.egcg.reporting.security.LoginTokens;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Seal;
import org.egcg.reporting.security.SecondFactor;
import org.egcg.reporting.security.Sessions;
import org.egcg.reporting.security.SigningKey;
import org.egcg.reporting.security.User;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.spi.EmbeddedServices;
import org.egcg.reporting.spi.Running;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Index;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.view.SavedViews;
import org.egcg.reporting.yaml.Section;

/**
 * The facility's records: everything that the library offers, opened once and shared by all. Safe for use by several
 * threads; close it when the program ends.
 */
public final class Reporting implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Reporting.class.getName());

    private final ReportingConfig config;
    private final Schemas schemas;
    private final DocumentStore store;
    private final Relations relations;
    private final Cascade cascade;
    private final ResourceReader reader;
    private final ResourceWriter writer;
    private final SavedViews savedViews;
    private final IdempotencyKeys repeats;
    private final Actions actions;
    private final ClarityProvider clarity;
    private final LimsProvider lims;
    private final Users users;
    private final String signingKey;
    private final LoginTokens tokens;
    private final ApiTokens apiTokens;
    private final Sessions sessions;
    private volatile boolean viewsOfAccounts;
    private boolean embedded;
    private final List<AutoCloseable> opened = new ArrayList<>();

    private Reporting(ReportingConfig config, DocumentStore store) {
        this.config = config;
        this.store = store;
        this.schemas = schemas(config);
        this.relations = relations(config);
        this.cascade = new Cascade(store, relations, Clock.systemUTC());
        this.reader = new ResourceReader(store, schemas);
        this.writer = new ResourceWriter(store, schemas, cascade, Clock.systemUTC());
        this.savedViews = new SavedViews(store);
        this.repeats = new IdempotencyKeys(store, Clock.systemUTC());
        this.clarity = new ClarityProvider(config);
        this.actions = new Actions(
                schemas,
                reader,
                writer,
                thresholds(config.files()),
                clarity.client(),
                Clock.system(ZoneId.systemDefault()));
        this.lims = new LimsProvider(config);
        this.signingKey = signingKey(config);
        this.users = Users.open(config.login().userDb(), rules(config, signingKey));
        this.users.whenRemoved(user -> savedViews.removeAllOf(user.id()));
        this.tokens = new LoginTokens(signingKey, config.login().timeout(), Clock.systemUTC());
        this.apiTokens = new ApiTokens(users, config.login().longestToken());
        this.sessions =
                new Sessions(users, config.login().timeout(), config.login().longestSession());
        opened.addAll(List.of(users, clarity, lims, store));
        prepare();
    }

    /**
     * Opens what the configuration names, and embedded databases in the place of what it does not.
     *
     * @throws ReportingException.Misconfigured if a configuration file is wrong
     */
    public static Reporting open(ReportingConfig config) {
        OwnFiles.close(config);
        if (config.store().connectionString().isPresent()) {
            Secret uri = config.store().connectionString().get();
            return new Reporting(
                    config,
                    MongoStore.at(
                            uri.value(),
                            config.store().database(),
                            config.limits().store()));
        }
        Running<String> embedded = embedded(config).store(config.dataDirectory().resolve("store"));
        Reporting reporting = new Reporting(
                config,
                MongoStore.at(
                        embedded.address(),
                        config.store().database(),
                        config.limits().store()));
        reporting.opened.add(embedded);
        reporting.embedded = true;
        return reporting;
    }

    private static EmbeddedServices embedded(ReportingConfig config) {
        return EmbeddedServices.find()
                .orElseThrow(() -> new ReportingException.Misconfigured(
                        config.source(),
                        "db_host",
                        "is missing, and the embedded store is not on the class path: name a MongoDB, or add "
                                + EmbeddedServices.ARTIFACT));
    }

    /** The same over a store of your own, which is closed together with it. */
    public static Reporting over(DocumentStore store, ReportingConfig config) {
        OwnFiles.close(config);
        return new Reporting(config, store);
    }

    private static Schemas schemas(ReportingConfig config) {
        return Schemas.read(config.files().source("schema.yaml"), config.files().text("schema.yaml"));
    }

    private static Relations relations(ReportingConfig config) {
        return new Relations(new YieldTable(
                List.copyOf(config.yields().coverages()),
                Map.copyOf(config.yields().q30ByYield())));
    }

    /** The indexes that a store under this configuration is to have; opening makes those that are missing. */
    public static List<Index> indexes(ReportingConfig config) {
        return Indexes.of(schemas(config), relations(config));
    }

    private static AccountRules rules(ReportingConfig config, String key) {
        return new AccountRules(
                legacyRole(config),
                config.limits().loginFailures(),
                config.login().initialPassword(),
                List.of(config.facility().name()),
                Optional.of(key));
    }

    private static Role legacyRole(ReportingConfig config) {
        return Role.named(config.login().legacyRole())
                .orElseThrow(() -> new ReportingException.Misconfigured(
                        config.source(),
                        "legacy_user_role",
                        "is no role: " + config.login().legacyRole()));
    }

    private static Thresholds thresholds(ConfigDirectory files) {
        String file = "review_thresholds.yaml";
        return Thresholds.read(Section.read(files.source(file), files.text(file)));
    }

    private static String signingKey(ReportingConfig config) {
        return config.login().key().map(Secret::value).orElseGet(() -> SigningKey.in(config.dataDirectory()));
    }

    private void prepare() {
        try {
            store.prepare(Indexes.of(schemas, relations));
            maintain();
        } catch (ReportingException.Unavailable away) {
            LOG.log(System.Logger.Level.WARNING, "the store is away; its indexes are made when it is back");
        }
    }

    public ReportingConfig config() {
        return config;
    }

    public Schemas schemas() {
        return schemas;
    }

    /**
     * The schema of a resource.
     *
     * @throws ReportingException.NotFound if there is no resource of this name
     */
    public Schema schema(String resource) {
        return schemas.named(resource)
                .orElseThrow(() -> new ReportingException.NotFound("no resource is named " + resource));
    }

    public ResourceReader reader() {
        return reader;
    }

    public ResourceWriter writer() {
        return writer;
    }

    /** The views of tables that people have saved. */
    public SavedViews savedViews() {
        return savedViews;
    }

    /** Insertions that a client may repeat without harm. */
    public IdempotencyKeys repeats() {
        return repeats;
    }

    /** Reviews: automatic ones, and those that are started in the LIMS. */
    public Actions actions() {
        return actions;
    }

    /**
     * What the LIMS says.
     *
     * @throws ReportingException.Unavailable if there is no LIMS at all; one that is away is noticed when it is asked
     */
    public LimsReports lims() {
        return lims.reports();
    }

    /** Lets what takes its time to start do so while nobody waits for it yet: the embedded LIMS and its Clarity. */
    public void startEarly() {
        clarity.startEarly();
        lims.startEarly();
    }

    /** Who may use the service, and with which password. */
    public Users users() {
        return users;
    }

    /** Short-lived tokens that stand for a login. */
    public LoginTokens tokens() {
        return tokens;
    }

    /** Hides what is given out of hand for a purpose, under the key that signs tokens. */
    public Seal seal(String purpose) {
        return Seal.of(signingKey, purpose);
    }

    /** Long-lived tokens that users make for their pipelines. */
    public ApiTokens apiTokens() {
        return apiTokens;
    }

    /** Who is logged in with a browser. */
    public Sessions sessions() {
        return sessions;
    }

    /** Codes besides passwords. */
    public SecondFactor secondFactor() {
        return users.secondFactor();
    }

    /** LegacyReports that the database computes when they are asked for, under the names of an earlier API. */
    public LegacyReports databaseReports() {
        return new LegacyReports(store, schemas);
    }

    /**
     * Puts stored aggregates right, or checks them.
     *
     * @param workers how many ranges of documents are worked on at the same time
     */
    public Recomputation recomputation(int workers) {
        return new Recomputation(store, relations, workers);
    }

    /** Whether documents are kept in this process, as no database was configured and no store given. */
    public boolean hasEmbeddedStore() {
        return embedded;
    }

    /** Whether the store answers right now; a store that is away is known after some seconds. */
    public boolean storeAnswers() {
        try {
            store.count(schemas.names().iterator().next(), new BsonDocument("_id", BsonNull.VALUE));
            return true;
        } catch (ReportingException.Unavailable away) {
            return false;
        }
    }

    /** Whether the LIMS answers right now. */
    public boolean limsAnswers() {
        try {
            lims.reports().ping();
            return true;
        } catch (ReportingException.Unavailable away) {
            return false;
        }
    }

    /** Finishes what interrupted writes have left undone; call it every few seconds. */
    public void maintain() {
        cascade.finishInterrupted();
        repeats.forgetOld();
        if (!viewsOfAccounts) {
            savedViews.giveToAccounts(name -> users.named(name).map(User::id));
            viewsOfAccounts = true;
        }
    }

    /** Closes what was opened, in the order of opening. */
    @Override
    public void close() {
        for (AutoCloseable part : opened) {
            try {
                part.close();
            } catch (Exception stuck) {
                LOG.log(System.Logger.Level.WARNING, "closing " + part, stuck);
            }
        }
    }
}
