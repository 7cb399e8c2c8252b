package org.egcg.reporting;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.decision.DecisionBook;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.resource.ChangeMarks;
import org.egcg.reporting.review.Actions;
import org.egcg.reporting.security.User;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.JournaledStore;
import org.egcg.reporting.store.WriteJournal;

/** The parts of the library, put together: rules, the store and what works on it, and what is opened when it is asked for. */
final class LibraryParts {

    private static final System.Logger LOG = System.getLogger(LibraryParts.class.getName());

    final ReportingConfig config;
    final FacilityRules rules;
    final DocumentStore store;
    final boolean embedded;
    final StoredParts stored;
    final ClarityProvider clarity;
    final LimsProvider lims;
    final Accounts accounts;
    final Supplier<Actions> actions;

    private final Lifetime lifetime;

    /** What can be found wrong without opening anything is read first. */
    LibraryParts(GivenParts given, Lifetime lifetime) {
        this.lifetime = lifetime;
        config = given.config();
        rules = FacilityRules.read(config, given.relations());
        Supplier<Path> data = lifetime.lazy(() -> OwnFiles.closed(config));
        lims = lifetime.closing(new LimsProvider(config, given.lims(), data, given.clock()));
        clarity = lifetime.closing(new ClarityProvider(config, given.lims().isPresent()));
        embedded = given.store().isEmpty() && config.store().connectionString().isEmpty();
        WriteJournal journal = new WriteJournal(rules.schemas().names(), Clock.systemUTC());
        store = new JournaledStore(given.store().orElseGet(() -> StoreProvider.open(config, data, lifetime)), journal);
        ChangeMarks changes = new ChangeMarks(store, journal, embedded);
        lifetime.closing((AutoCloseable) () -> leave(changes));
        stored =
                new StoredParts(config, rules, store, changes, lims::reports, this::confirmed, given.clock(), lifetime);
        accounts = new Accounts(
                config, given.users(), data, stored.personal, stored.notices::removeAllOf, given.clock(), lifetime);
        actions = lifetime.lazy(() -> new Actions(
                rules.schemas(),
                stored.reader,
                stored.writer,
                rules.reviews(),
                clarity.client(),
                new DecisionBook(store),
                stored.trail,
                given.clock()));
        prepare();
    }

    /** Programs that end soon never exchange their marks. */
    private void leave(ChangeMarks changes) {
        try {
            if (!embedded) {
                changes.leave();
            }
        } catch (Unavailable away) {
            LOG.log(System.Logger.Level.DEBUG, "others are not told of the last writes", away);
        }
    }

    private Optional<User> confirmed(String id) {
        Users users = accounts.users.get();
        return users.withId(id).flatMap(users::confirmed);
    }

    private void prepare() {
        try {
            store.prepare(rules.indexes());
            maintain();
        } catch (Unavailable away) {
            LOG.log(System.Logger.Level.WARNING, "the store is away; its indexes are made when it is back");
        }
    }

    /** Finishes what interrupted writes have left undone, and forgets what is old. */
    void maintain() {
        stored.finishInterrupted();
        stored.repeats.forgetOld();
        stored.trail.settle();
        stored.trail.forgetBeyond(config.store().historyDays());
        accounts.giveToAccounts();
    }

    /** Lets what is embedded start in the background. */
    void startEarly() {
        clarity.startEarly();
        lims.startEarly();
    }

    boolean storeAnswers() {
        return answers(
                () -> store.count(rules.schemas().names().iterator().next(), new BsonDocument("_id", BsonNull.VALUE)));
    }

    boolean limsAnswers() {
        return answers(() -> lims.reports().ping());
    }

    private boolean answers(Runnable question) {
        lifetime.check();
        try {
            question.run();
            return true;
        } catch (Unavailable away) {
            return false;
        }
    }
}
