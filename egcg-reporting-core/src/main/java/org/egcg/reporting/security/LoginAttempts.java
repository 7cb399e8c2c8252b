package org.egcg.reporting.security;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.PasswordExpired;
import org.egcg.reporting.error.ReportingException.SecondFactorRequired;
import org.egcg.reporting.error.ReportingException.TooManyAttempts;
import org.egcg.reporting.error.ReportingException.Unauthenticated;
import org.egcg.reporting.security.UserTable.Row;
import org.egcg.reporting.security.internal.SecurityLog;

/**
 * Looks at names and passwords. In this order: an attempt that is the same as one being looked at waits for its outcome;
 * the throttle lets it through or not; a password that was right a short while ago is right; the others are worked out
 * when it is their turn. Thread-safe.
 */
final class LoginAttempts {

    private static final System.Logger LOG = System.getLogger(LoginAttempts.class.getName());
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ATTEMPT = 4_096;

    /** The stored hash is compared each time, so that nothing can be stale; a pipeline's night must not queue for it. */
    private static final Duration LOCAL = Duration.ofHours(12);

    private final UserTable table;
    private final ExternalAccounts externals;
    private final SecondFactor secondFactor;
    private final Duration initialPassword;
    private final InstantSource clock;
    private final VerifiedLogins verified;
    private final Throttle throttle;
    private final LoginQueue queue = LoginQueue.ofThisMachine();
    private final Map<String, CompletableFuture<Optional<User>>> running = new ConcurrentHashMap<>();

    LoginAttempts(
            UserTable table,
            ExternalAccounts externals,
            SecondFactor secondFactor,
            AccountRules rules,
            InstantSource clock) {
        this.table = table;
        this.externals = externals;
        this.secondFactor = secondFactor;
        this.initialPassword = rules.initialPassword();
        this.clock = clock;
        this.verified = new VerifiedLogins(clock);
        this.throttle = new Throttle(clock, rules.freeFailures());
    }

    /** One login attempt. */
    private record Guess(Optional<Row> row, String name, String password, String address, String network) {
        String account() {
            return row.map(known -> known.user().id()).orElse("name " + name);
        }

        Object stored() {
            return row.map(Row::hash).orElse("");
        }
    }

    User authenticate(String name, String password, String code, String address) {
        if (name.length() > LONGEST_NAME || password.length() > LONGEST_ATTEMPT || code.length() > LONGEST_ATTEMPT) {
            throw wrong();
        }
        Guess guess = new Guess(table.row(name), name, password, address, NetworkAddress.network(address));
        boolean factor = guess.row().filter(row -> row.user().secondFactor()).isPresent();
        return factor ? withCode(guess, code) : shared(guess);
    }

    /** Many requests that bring the same password at once, as a pipeline's do when it starts, are one attempt. */
    private User shared(Guess guess) {
        String key = guess.network() + " " + verified.digest(guess.account(), guess.password(), guess.stored());
        CompletableFuture<Optional<User>> mine = new CompletableFuture<>();
        // The stored hash is in the key: after a change of the password none waits for the outcome of the old one.
        CompletableFuture<Optional<User>> first = running.putIfAbsent(key, mine);
        if (first != null) {
            return outcome(first).orElseThrow(() -> {
                // Counted one by one: a wrong password sent a hundred times at once is a hundred failures.
                admit(guess);
                return refused(guess, false);
            });
        }
        try {
            User user = alone(guess);
            mine.complete(Optional.of(user));
            return user;
        } catch (Unauthenticated refused) {
            mine.complete(Optional.empty());
            throw refused;
        } catch (RuntimeException failed) {
            mine.completeExceptionally(failed);
            throw failed;
        } finally {
            running.remove(key);
        }
    }

    private static Optional<User> outcome(CompletableFuture<Optional<User>> first) {
        try {
            return first.join();
        } catch (java.util.concurrent.CompletionException failed) {
            throw failed.getCause() instanceof ReportingException known ? known : failed;
        }
    }

    private User alone(Guess guess) {
        Throttle.Attempt attempt = admit(guess);
        Checked checked = looked(guess, attempt);
        attempt.succeeded(checked.fresh());
        if (checked.fresh()) {
            SecurityLog.note(
                    "login",
                    "user",
                    guess.name(),
                    "address",
                    guess.address(),
                    "by",
                    checked.user().source().text());
        }
        return notExpired(checked.user());
    }

    private User withCode(Guess guess, String code) {
        Throttle.Attempt attempt = admit(guess);
        User user = looked(guess, attempt).user();
        if (code.isBlank()) {
            // The password was right and no code was guessed: the page asks for it next.
            attempt.withdraw();
            throw new SecondFactorRequired("a code of the second factor is needed");
        }
        try {
            boolean home = throttle.isHome(guess.account(), guess.network());
            if (!secondFactor.accepts(user, code, home)) {
                throw refused(guess, attempt.reachedLimit());
            }
        } catch (TooManyAttempts slow) {
            attempt.withdraw();
            throw slow;
        }
        attempt.succeeded(true);
        SecurityLog.note("login", "user", guess.name(), "address", guess.address(), "by", "password and code");
        return notExpired(user);
    }

    private Throttle.Attempt admit(Guess guess) {
        try {
            return throttle.admit(guess.account(), guess.network());
        } catch (TooManyAttempts slow) {
            SecurityLog.note("login attempt not looked at", "user", guess.name(), "address", guess.address());
            throw slow;
        }
    }

    /** A user whose password is right, and whether that was worked out just now. */
    private record Checked(User user, boolean fresh) {}

    private Checked looked(Guess guess, Throttle.Attempt attempt) {
        try {
            return check(guess).orElseThrow(() -> refused(guess, attempt.reachedLimit()));
        } catch (Unauthenticated wrong) {
            throw wrong;
        } catch (RuntimeException notLookedAt) {
            attempt.withdraw();
            throw notLookedAt;
        }
    }

    private Optional<Checked> check(Guess guess) {
        if (guess.row().isPresent()
                && verified.remembers(
                        guess.account(),
                        guess.password(),
                        remembered(guess.row().get()))) {
            return Optional.of(new Checked(guess.row().get().user(), false));
        }
        if (guess.row().filter(row -> row.user().isLocal()).isPresent()) {
            return queue.take(guess.network(), () -> local(guess, guess.row().get()));
        }
        Optional<User> external = externals.authenticate(guess.name(), guess.password(), guess.row());
        if (external.isEmpty()) {
            return queue.take(guess.network(), () -> {
                // As slow as for a name that exists, so that time does not tell which names do.
                Passwords.compareWithNobody(guess.password());
                return Optional.empty();
            });
        }
        table.row(external.get().name())
                .ifPresent(row -> verified.remember(
                        row.user().id(), guess.password(), remembered(row), externals.confirmedFor(), false));
        return external.map(user -> new Checked(user, true));
    }

    /** What voids a remembered login when it changes. */
    private static Object remembered(Row row) {
        return row.user().isLocal()
                ? row.hash()
                : row.subject() + " " + row.user().version();
    }

    private Optional<Checked> local(Guess guess, Row row) {
        if (!Passwords.matches(guess.password(), row.hash())) {
            return Optional.empty();
        }
        Object kept = Passwords.isLegacy(row.hash()) ? strengthened(guess, row.hash()) : row.hash();
        verified.remember(guess.account(), guess.password(), kept, LOCAL, true);
        return Optional.of(new Checked(row.user(), true));
    }

    /** Puts a slow hash in an old digest's place; a database that cannot be written does not keep its users out. */
    private Object strengthened(Guess guess, Object legacy) {
        try {
            String hash = Passwords.hash(guess.password());
            return table.swap(guess.name(), legacy, hash) ? hash : legacy;
        } catch (ReportingException.Unavailable readOnly) {
            LOG.log(System.Logger.Level.WARNING, "The digest of a user stays: {0}", readOnly.getMessage());
            return legacy;
        }
    }

    private User notExpired(User user) {
        long given = user.mustChangePassword()
                ? table.row(user.name()).map(Row::changed).orElse(0L)
                : 0;
        if (given != 0 && clock.millis() / 1000 - given > initialPassword.toSeconds()) {
            SecurityLog.note("initial password is over", "user", user.name());
            throw new PasswordExpired("this password was given too long ago; ask an administrator for another");
        }
        return user;
    }

    private static Unauthenticated refused(Guess guess, boolean limit) {
        if (limit) {
            SecurityLog.warn(
                    "login refused; further attempts have to wait", "user", guess.name(), "address", guess.address());
        } else {
            SecurityLog.note("login refused", "user", guess.name(), "address", guess.address());
        }
        return wrong();
    }

    private static Unauthenticated wrong() {
        return new Unauthenticated("unknown user or wrong password");
    }
}
