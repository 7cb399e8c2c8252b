package org.egcg.reporting.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.egcg.reporting.ReportingException;
import org.egcg.reporting.ReportingException.Conflict;
import org.egcg.reporting.ReportingException.Forbidden;
import org.egcg.reporting.ReportingException.Malformed;
import org.egcg.reporting.ReportingException.NotFound;
import org.egcg.reporting.ReportingException.SecondFactorRequired;
import org.egcg.reporting.ReportingException.TooManyAttempts;
import org.egcg.reporting.ReportingException.Unauthenticated;
import org.egcg.reporting.security.UserTable.Row;

/**
 * Those who may log in. They are read from the user database at each call, so that what one process changes holds in
 * all others at once; only the outcome of the slow password check is remembered for a short while. An older file's
 * plain digest of a password is replaced by a salted slow one when its user logs in. All methods throw
 * {@link ReportingException.Unavailable} while the database is away. Thread-safe.
 */
public final class Users implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Users.class.getName());
    private static final int FREE_FAILURES = 20;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ATTEMPT = 4_096;
    private final UserDatabase database;
    private final UserTable table;
    private final InstantSource clock;
    private final VerifiedLogins verified;
    private final Throttle throttle;
    private final SecondFactor secondFactor;
    private volatile RoleMapping roles = RoleMapping.none();
    private volatile Optional<Directory> directory = Optional.empty();

    private Users(UserDatabase database, Role legacyRole, int free, InstantSource clock) {
        this.database = database;
        this.table = new UserTable(database, Objects.requireNonNull(legacyRole));
        this.clock = clock;
        this.verified = new VerifiedLogins(clock);
        this.throttle = new Throttle(clock, free);
        this.secondFactor = new SecondFactor(this);
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
        return new Users(UserDatabase.open(userDb), legacyRole, free, InstantSource.system());
    }

    static Users open(String userDb, Role legacyRole, InstantSource clock) {
        return new Users(UserDatabase.open(userDb), legacyRole, FREE_FAILURES, clock);
    }

    UserDatabase database() {
        return database;
    }

    /** Codes besides the passwords of these users. */
    public SecondFactor secondFactor() {
        return secondFactor;
    }

    /** The user of a name. */
    public Optional<User> named(String name) {
        return row(name).map(Row::user);
    }

    /** The user of a name, unless the password was changed after something was granted on it, such as a token. */
    Optional<User> named(String name, Instant granted) {
        return table.changedAfter(name, granted) ? Optional.empty() : named(name);
    }

    /** All users, by name. */
    public List<User> all() {
        return table.all().stream().map(Row::user).toList();
    }

    private Optional<Row> row(String name) {
        return name.length() > LONGEST_NAME ? Optional.empty() : table.row(name);
    }

    /**
     * The user of a name and password.
     *
     * @param address where the attempt comes from; failures are counted by it
     * @throws Unauthenticated if there is no such user, or the password is another
     * @throws TooManyAttempts if too many attempts failed just before; the password was not looked at
     */
    public User authenticate(String name, String password, String address) {
        if (name.length() > LONGEST_NAME || password.length() > LONGEST_ATTEMPT) {
            throw new Unauthenticated("unknown user or wrong password");
        }
        Optional<Row> row = row(name);
        if (row.isPresent() && verified.remembers(name, password, row.get().hash())) {
            return row.get().user();
        }
        Duration wait = throttle.wait(name, address);
        if (!wait.isZero()) {
            SecurityLog.note("login attempt not looked at", "user", name, "address", address);
            throw new TooManyAttempts("too many failed logins", wait);
        }
        return checked(row, name, password, address);
    }

    private User checked(Optional<Row> row, String name, String password, String address) {
        if (row.isEmpty()) {
            Passwords.compareWithNobody(password);
            throw refused(name, address);
        }
        Object hash = row.get().hash();
        if (!Passwords.matches(password, hash)) {
            throw refused(name, address);
        }
        throttle.succeeded(name, address);
        SecurityLog.note("login", "user", name, "address", address);
        Object kept = Passwords.isLegacy(hash) ? strengthened(name, password, hash) : hash;
        verified.remember(name, password, kept);
        return row.get().user();
    }

    private Unauthenticated refused(String name, String address) {
        if (throttle.failed(name, address)) {
            SecurityLog.warn("login refused; further attempts have to wait", "user", name, "address", address);
        } else {
            SecurityLog.note("login refused", "user", name, "address", address);
        }
        return new Unauthenticated("unknown user or wrong password");
    }

    /** Puts a slow hash in an old digest's place; a database that cannot be written does not keep its users out. */
    private Object strengthened(String name, String password, Object legacy) {
        try {
            String hash = Passwords.hash(password);
            return table.swap(name, legacy, hash) ? hash : legacy;
        } catch (ReportingException.Unavailable readOnly) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The digest of {0} stays: {1}",
                    printable(name),
                    readOnly.getMessage());
            return legacy;
        }
    }

    /**
     * Adds a user with a password of his own.
     *
     * @throws Conflict if there is one of that name
     * @throws Malformed if the name or the password is not acceptable
     */
    public void add(String name, String password, Role role) {
        Passwords.check(name, password);
        insert(name, password, role, false);
    }

    /** Adds a user with a random password, which is to be changed at the first login, and gives it. */
    public String addWithInitialPassword(String name, Role role) {
        String password = Passwords.random();
        insert(name, password, role, true);
        return password;
    }

    private void insert(String name, String password, Role role, boolean mustChange) {
        checkName(name);
        if (row(name).isPresent()) {
            throw new Conflict("user " + name + " exists");
        }
        table.insert(
                new User(UUID.randomUUID().toString(), name, role, mustChange, 1, Source.LOCAL, false),
                Passwords.hash(password));
        SecurityLog.note("user added", "user", name, "role", role.text());
    }

    private static void checkName(String name) {
        boolean plain = !name.isBlank()
                && name.equals(name.strip())
                && name.indexOf(':') < 0
                && name.codePoints().noneMatch(Character::isISOControl);
        if (!plain || name.length() > LONGEST_NAME) {
            throw new Malformed(
                    "a user's name has 1 to " + LONGEST_NAME + " characters, no colon, and no blank before or behind");
        }
    }

    /**
     * Removes a user with all that is known of him.
     *
     * @throws Conflict if he is the last administrator
     */
    public void remove(String name) {
        keepAnAdmin(name);
        if (!table.delete(name)) {
            throw unknown(name);
        }
        SecurityLog.note("user removed", "user", name);
    }

    /**
     * Changes a password at its owner's wish.
     *
     * @throws Unauthenticated if the present password is another
     */
    public void changePassword(String name, String present, String wanted, String address) {
        User user = authenticate(name, present, address);
        if (present.equals(wanted)) {
            throw new Malformed("the new password is the old one");
        }
        setPassword(user.name(), wanted);
    }

    /** Sets a password, whatever it was. */
    public void setPassword(String name, String password) {
        Passwords.check(name, password);
        store(name, password, false);
    }

    /** Sets a random password, which is to be changed at the next login, and gives it. */
    public String resetPassword(String name) {
        String password = Passwords.random();
        store(name, password, true);
        return password;
    }

    private void store(String name, String password, boolean mustChange) {
        User user = named(name).orElseThrow(() -> unknown(name));
        User changed = with(user, user.role(), mustChange);
        table.changePassword(changed, Passwords.hash(password), clock.instant());
        SecurityLog.note("password changed", "user", name);
    }

    /** Without an administrator nobody could make another one in the pages. */
    private void keepAnAdmin(String name) {
        List<String> admins = all().stream()
                .filter(user -> user.role() == Role.ADMIN)
                .map(User::name)
                .toList();
        if (admins.equals(List.of(name))) {
            throw new Conflict("user " + name + " is the last admin; another one is needed first");
        }
    }

    /**
     * Gives a user another role.
     *
     * @throws Conflict if it would leave no administrator
     */
    public void grant(String name, Role role) {
        User user = named(name).orElseThrow(() -> unknown(name));
        if (role != Role.ADMIN) {
            keepAnAdmin(name);
        }
        table.describe(with(user, role, user.mustChangePassword()));
        SecurityLog.note("role changed", "user", name, "role", role.text());
    }

    private static User with(User user, Role role, boolean mustChange) {
        return new User(
                user.id(), user.name(), role, mustChange, user.version() + 1, user.source(), user.secondFactor());
    }

    /** The user of an id. */
    public Optional<User> withId(String id) {
        return all().stream().filter(user -> user.id().equals(id)).findFirst();
    }

    private User unchanged(String id, long version) {
        User user = withId(id).orElseThrow(() -> new NotFound("there is no such user any more"));
        if (user.version() != version) {
            throw new Conflict("user " + user.name() + " was changed meanwhile");
        }
        return user;
    }

    /**
     * Removes a user who is still as he was when somebody decided so.
     *
     * @throws NotFound if there is no such user any more
     * @throws Conflict if the version is another, or he is the last administrator
     */
    public void remove(String id, long version) {
        remove(unchanged(id, version).name());
    }

    /** Gives a user who is still as he was another role. */
    public void grant(String id, long version, Role role) {
        grant(unchanged(id, version).name(), role);
    }

    /** Sets a random password of a user who is still as he was. */
    public String resetPassword(String id, long version) {
        return resetPassword(unchanged(id, version).name());
    }

    /**
     * The user of a name, a password, and a code of the second factor.
     *
     * @param code of the telephone, or a recovery code; empty text if none is given
     * @throws SecondFactorRequired if the password is right and a code is asked for
     */
    public User authenticate(String name, String password, String code, String address) {
        if (code.length() > LONGEST_ATTEMPT) {
            throw new Unauthenticated("unknown user or wrong password");
        }
        return authenticate(name, password, address);
    }

    /** Says who else vouches for people, and what their groups may do; to be called once, at the start. */
    public void vouchedBy(RoleMapping roles, Optional<Directory> directory) {
        this.roles = roles;
        this.directory = directory;
    }

    /**
     * The account of somebody whom another list vouches for, made or renewed.
     *
     * @throws org.egcg.reporting.ReportingException.Forbidden if no role is mapped to him
     * @throws Conflict if another account has the name
     */
    public User admit(ExternalUser external) {
        Role role = roles.role(external.groups())
                .orElseThrow(() -> new Forbidden(external.name() + " is in no group that is admitted"));
        throw new Conflict("user " + external.name() + " exists " + role + directory);
    }

    /** Ends what an external account was granted: its provider does not know it any more. */
    public void suspend(String id) {
        withId(id).ifPresent(user -> table.describe(with(user, user.role(), user.mustChangePassword())));
    }

    /**
     * The user, if he still is one: somebody of a directory is asked for there from time to time.
     *
     * @return empty if he is gone
     */
    public Optional<User> confirmed(User user) {
        return withId(user.id());
    }

    private static NotFound unknown(String name) {
        return new NotFound("there is no user " + printable(name));
    }

    /** What a stranger sent, fit for one line of a log. */
    private static String printable(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }

    @Override
    public void close() {
        database.close();
    }
}
