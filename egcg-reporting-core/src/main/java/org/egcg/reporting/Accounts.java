package org.egcg.reporting;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.config.Secret;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.security.AccountRules;
import org.egcg.reporting.security.ApiTokens;
import org.egcg.reporting.security.LoginTokens;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Sessions;
import org.egcg.reporting.security.User;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.security.internal.SigningKey;
import org.jspecify.annotations.Nullable;

/** Users and what they log in with. Each part, and the key that signs tokens, comes to be at its first use. */
final class Accounts {

    private static final System.Logger LOG = System.getLogger(Accounts.class.getName());

    final Supplier<String> key;
    final Supplier<Users> users;
    final Supplier<LoginTokens> tokens;
    final Supplier<ApiTokens> apiTokens;
    final Supplier<Sessions> sessions;

    private final ReportingConfig config;
    private final Supplier<Path> data;
    private final PersonalDocuments personal;
    private final Consumer<String> gone;
    private final AtomicBoolean given = new AtomicBoolean();
    private volatile @Nullable Users opened;

    /**
     * @param own users of the embedder's; otherwise the configured database's
     * @param data the directory for what is kept here
     * @param gone is told the id of each account that is removed here
     */
    Accounts(
            ReportingConfig config,
            Optional<Users> own,
            Supplier<Path> data,
            PersonalDocuments personal,
            Consumer<String> gone,
            Clock clock,
            Lifetime lifetime) {
        this.config = config;
        this.data = data;
        this.personal = personal;
        this.gone = gone;
        Role legacy = legacyRole(config);
        ReportingConfig.Login login = config.login();
        key = lifetime.lazy(() -> login.key().map(Secret::value).orElseGet(this::generatedKey));
        users = lifetime.lazy(() -> prepared(own.orElseGet(() -> configured(legacy, clock))));
        tokens = lifetime.lazy(() -> new LoginTokens(key.get(), login.timeout(), clock));
        apiTokens = lifetime.lazy(() -> new ApiTokens(users.get(), login.longestToken(), clock));
        sessions = lifetime.lazy(() -> new Sessions(users.get(), login.timeout(), login.longestSession(), clock));
    }

    private static Role legacyRole(ReportingConfig config) {
        return Role.named(config.login().legacyRole())
                .orElseThrow(() -> new Misconfigured(
                        config.source(),
                        "legacy_user_role",
                        "is no role: " + config.login().legacyRole()));
    }

    private String generatedKey() {
        return SigningKey.in(data.get());
    }

    private Users configured(Role legacy, Clock clock) {
        // closed to others before a file of users in it is opened
        Path unused = data.get();
        AccountRules rules = new AccountRules(
                legacy,
                config.limits().loginFailures(),
                config.login().initialPassword(),
                List.of(config.facility().name()),
                Optional.of(key.get()));
        return Users.open(config.login().userDb(), rules, clock);
    }

    private Users prepared(Users users) {
        users.whenRemoved(user -> personal.removeAllOf(user.id()));
        users.whenRemoved(user -> gone.accept(user.id()));
        opened = users;
        try {
            giveToAccounts();
        } catch (Unavailable away) {
            LOG.log(System.Logger.Level.DEBUG, "what users keep is given to their accounts later", away);
        }
        return users;
    }

    /** Gives what an earlier version kept under names to the accounts of their owners, once there are users to give them to. */
    void giveToAccounts() {
        if (opened != null && !given.get()) {
            personal.giveToAccounts(name -> opened.named(name).map(User::id));
            given.set(true);
        }
    }
}
