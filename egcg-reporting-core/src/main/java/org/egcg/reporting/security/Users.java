package org.egcg.reporting.security;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.Forbidden;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.error.ReportingException.SecondFactorRequired;
import org.egcg.reporting.error.ReportingException.TooManyAttempts;
import org.egcg.reporting.error.ReportingException.Unauthenticated;
import org.egcg.reporting.internal.library.OptionalLibrary;
import org.egcg.reporting.security.UserTable.Row;
import org.egcg.reporting.security.internal.SecurityLog;

/**
 * Those who may log in. They are read from the user database at each call, so that what one process changes holds in
 * all others at once; only the outcome of the slow password check is remembered for a short while. An older file's
 * plain digest of a password is replaced by a salted slow one when its user logs in. All methods throw
 * {@link ReportingException.Unavailable} while the database is away. Thread-safe.
 */
public final class Users implements AutoCloseable {

    private static final int FREE_FAILURES = 20;

    private final UserDatabase database;
    private final UserTable table;
    private final InstantSource clock;
    private final PasswordPolicy policy;
    private final SecondFactor secondFactor;
    private final ExternalAccounts externals;
    private final LoginAttempts logins;
    private final List<Consumer<User>> mourners = new CopyOnWriteArrayList<>();

    private Users(UserDatabase database, AccountRules rules, InstantSource clock) {
        this.database = database;
        this.table = new UserTable(database, rules.legacyRole());
        this.clock = clock;
        this.policy = new PasswordPolicy(rules.houseWords());
        this.secondFactor = new SecondFactor(database, rules, clock);
        this.externals = new ExternalAccounts(table, clock);
        this.logins = new LoginAttempts(table, externals, secondFactor, rules, clock);
    }

    /**
     * @param userDb path of an SQLite file, which is made if there is none, or a JDBC URL
     * @param legacyRole role of users that have none yet
     */
    public static Users open(String userDb, Role legacyRole) {
        return open(userDb, legacyRole, FREE_FAILURES);
    }

    /**
     * The same with another patience for guesses.
     *
     * @param free how many logins of an account may fail from one address before further ones have to wait
     */
    public static Users open(String userDb, Role legacyRole, int free) {
        AccountRules usual = AccountRules.usual(legacyRole);
        return open(
                userDb, new AccountRules(legacyRole, free, usual.initialPassword(), usual.houseWords(), usual.key()));
    }

    /** The same under rules of one's own. */
    public static Users open(String userDb, AccountRules rules) {
        return open(userDb, rules, InstantSource.system());
    }

    static Users open(String userDb, Role legacyRole, InstantSource clock) {
        return open(userDb, AccountRules.usual(legacyRole), clock);
    }

    /** The same with another clock. */
    public static Users open(String userDb, AccountRules rules, InstantSource clock) {
        OptionalLibrary.require("users", OptionalLibrary.PASSWORD4J, OptionalLibrary.ZXCVBN, OptionalLibrary.JAVA_OTP);
        return new Users(UserDatabase.open(userDb), rules, clock);
    }

    UserDatabase database() {
        return database;
    }

    /** Codes besides the passwords of these users. */
    public SecondFactor secondFactor() {
        return secondFactor;
    }

    /** Calls a listener with each user that is removed here, so that nothing of his is left elsewhere. */
    public void whenRemoved(Consumer<User> mourner) {
        mourners.add(mourner);
    }

    /** The user of an id. */
    public Optional<User> withId(String id) {
        return table.withId(id).map(Row::user);
    }

    /** The user of a name. */
    public Optional<User> named(String name) {
        return row(name).map(Row::user);
    }

    /** The user of a name, unless what was granted to a user of that name at a moment, such as a token, is void. */
    Optional<User> named(String name, java.time.Instant granted) {
        return table.changedAfter(name, granted) ? Optional.empty() : named(name);
    }

    /** All users, by name. */
    public List<User> all() {
        return table.all().stream().map(Row::user).toList();
    }

    private Optional<Row> row(String name) {
        return name.length() > UserNames.LONGEST ? Optional.empty() : table.row(name);
    }

    /**
     * The user of a name and password.
     *
     * @param address where the attempt comes from; failures are counted by it
     * @throws Unauthenticated if there is no such user, or the password is another
     * @throws TooManyAttempts if too many attempts failed just before, or too many come at once; the password was not
     *     looked at
     */
    public User authenticate(String name, String password, String address) {
        return authenticate(name, password, "", address);
    }

    /**
     * The user of a name, a password, and a code of the second factor.
     *
     * @param code of the telephone, or a recovery code; empty text if none is given
     * @throws SecondFactorRequired if the password is right and a code is asked for
     * @throws ReportingException.PasswordExpired if the password is right and was given by an administrator too long ago
     */
    public User authenticate(String name, String password, String code, String address) {
        return logins.authenticate(name, password, code, address);
    }

    /** Says who else vouches for people, and what their groups may do; to be called once, at the start. */
    public void vouchedBy(RoleMapping roles, Optional<Directory> directory) {
        vouchedBy(roles, directory, ExternalAccounts.CONFIRMED_FOR, ExternalAccounts.HELD_FOR);
    }

    /**
     * The same.
     *
     * @param confirmedFor how long a user whom the directory had is taken for one whom it has
     * @param heldFor how long after their last login or confirmation those hold who cannot be asked for
     */
    public void vouchedBy(RoleMapping roles, Optional<Directory> directory, Duration confirmedFor, Duration heldFor) {
        externals.vouchedBy(roles, directory, confirmedFor, heldFor);
    }

    /**
     * The account of a user whom another list vouches for, made or renewed.
     *
     * @throws Forbidden if no role is mapped to him
     * @throws Conflict if another account has the name
     */
    public User admit(ExternalUser external) {
        return externals.admit(external);
    }

    /** Ends what an external account was granted: its provider does not know it any more. */
    public void suspend(String id) {
        table.withId(id).ifPresent(externals::suspend);
    }

    /**
     * The user, if he still is one: the directory is asked for its users from time to time.
     *
     * @return empty if he is gone
     */
    public Optional<User> confirmed(User user) {
        return table.withId(user.id()).flatMap(externals::confirmed);
    }

    /**
     * Adds a user with a password of his own.
     *
     * @throws Conflict if there is one of that name
     * @throws Malformed if the name or the password is not acceptable
     */
    public void add(String name, String password, Role role) {
        policy.check(name, password);
        insert(name, password, role, false);
    }

    /** Adds a user with a random password, which is to be changed at the first login, and gives it. */
    public String addWithInitialPassword(String name, Role role) {
        String password = Passwords.random();
        insert(name, password, role, true);
        return password;
    }

    private void insert(String name, String password, Role role, boolean mustChange) {
        UserNames.check(name);
        if (row(name).isPresent()) {
            throw new Conflict("user " + name + " exists");
        }
        User user = new User(AccountId.made(), name, role, mustChange, 1, Source.LOCAL, false);
        table.insert(user, Passwords.hash(password), "", clock.instant());
        SecurityLog.note("user added", "user", name, "role", role.text());
    }

    /**
     * Removes a user with all that is known of him.
     *
     * @throws Conflict if he is the last administrator
     */
    public void remove(String name) {
        remove(known(name));
    }

    /**
     * Removes a user who is still as he was when the administrator decided so.
     *
     * @throws NotFound if there is no such user any more
     * @throws Conflict if the version is another, or he is the last administrator
     */
    public void remove(String id, long version) {
        remove(unchanged(id, version));
    }

    private void remove(User user) {
        keepAnAdmin(user);
        if (!table.delete(user, clock.instant())) {
            throw unknown(user.name());
        }
        SecurityLog.note("user removed", "user", user.name(), "account", user.id());
        mourners.forEach(mourner -> mourner.accept(user));
    }

    private User known(String name) {
        return named(name).orElseThrow(() -> unknown(name));
    }

    private static NotFound unknown(String name) {
        return new NotFound("there is no user " + UserNames.printable(name));
    }

    private User unchanged(String id, long version) {
        User user = withId(id).orElseThrow(() -> new NotFound("there is no such user any more"));
        if (user.version() != version) {
            throw new Conflict("user " + user.name() + " was changed meanwhile");
        }
        return user;
    }

    /**
     * Changes a password at its owner's wish; tokens of his programs stay good.
     *
     * @throws Unauthenticated if the present password is another
     */
    public void changePassword(String name, String present, String wanted, String address) {
        changePassword(name, present, "", wanted, address);
    }

    /**
     * The same.
     *
     * @param code of the second factor; empty text if none is given
     */
    public void changePassword(String name, String present, String code, String wanted, String address) {
        User user = authenticate(name, present, code, address);
        if (!user.isLocal()) {
            throw new Malformed("the password is not kept here");
        }
        if (present.equals(wanted)) {
            throw new Malformed("the new password is the old one");
        }
        policy.check(user.name(), wanted);
        store(user, wanted, false, true);
    }

    /** Sets a password, whatever it was; the user's tokens end. */
    public void setPassword(String name, String password) {
        policy.check(name, password);
        store(known(name), password, false, false);
    }

    /** Sets a random password, which is to be changed at the next login, and gives it; the user's tokens end. */
    public String resetPassword(String name) {
        return reset(known(name));
    }

    /** The same for a user who is still as he was. */
    public String resetPassword(String id, long version) {
        return reset(unchanged(id, version));
    }

    private String reset(User user) {
        String password = Passwords.random();
        store(user, password, true, false);
        return password;
    }

    private void store(User user, String password, boolean mustChange, boolean keepTokens) {
        if (!user.isLocal()) {
            throw new Malformed(user.name() + " has no password here but logs in by "
                    + user.source().text());
        }
        table.changePassword(
                user.renewed(user.role(), mustChange), Passwords.hash(password), clock.instant(), keepTokens);
        SecurityLog.note("password changed", "user", user.name(), "tokens", keepTokens ? "kept" : "ended");
    }

    /** Without an administrator no other one could be made in the pages. */
    private void keepAnAdmin(User user) {
        List<String> admins = all().stream()
                .filter(one -> one.role() == Role.ADMIN)
                .map(User::id)
                .toList();
        if (admins.equals(List.of(user.id()))) {
            throw new Conflict("user " + user.name() + " is the last admin; another one is needed first");
        }
    }

    /**
     * Gives a user another role; his tokens and sessions end.
     *
     * @throws Conflict if it would leave no administrator
     */
    public void grant(String name, Role role) {
        grant(known(name), role);
    }

    /** The same for a user who is still as he was. */
    public void grant(String id, long version, Role role) {
        grant(unchanged(id, version), role);
    }

    private void grant(User user, Role role) {
        if (role != Role.ADMIN) {
            keepAnAdmin(user);
        }
        table.describe(user.renewed(role, user.mustChangePassword()), clock.instant());
        SecurityLog.note("role changed", "user", user.name(), "role", role.text());
    }

    @Override
    public void close() {
        database.close();
    }
}
