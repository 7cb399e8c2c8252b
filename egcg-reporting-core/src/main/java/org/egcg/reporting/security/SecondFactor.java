package org.egcg.reporting.security;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.Forbidden;
import org.egcg.reporting.error.ReportingException.TooManyAttempts;
import org.egcg.reporting.error.ReportingException.Unauthenticated;
import org.egcg.reporting.security.UserDatabase.Change;
import org.egcg.reporting.security.internal.SecurityLog;

/**
 * Codes of six digits that a user's telephone shows (RFC 6238), asked for besides the password of a local account. Each
 * code is good once, a step early or late at most; recovery codes serve when the telephone is lost, each once. Secrets
 * are kept encrypted, recovery codes as digests of 80 random bits. Thread-safe.
 */
public final class SecondFactor {

    private static final int SECRET_CHARACTERS = 32;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_CHARACTERS = 16;

    /**
     * What a user's telephone is to be given.
     *
     * @param secret base32, for typing
     * @param uri the same as an {@code otpauth://} address, for a picture
     */
    public record Enrolment(String secret, String uri) {
        public Enrolment {
            Objects.requireNonNull(secret);
            Objects.requireNonNull(uri);
        }

        @Override
        public String toString() {
            return "Enrolment[…]";
        }
    }

    private record Kept(String secret, long lastStep) {}

    private final UserDatabase database;
    private final InstantSource clock;
    private final Seal seal;
    private final String issuer;
    private final CodeThrottle throttle;
    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();

    SecondFactor(UserDatabase database, AccountRules rules, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.seal = Seal.of(rules.key().orElseGet(AccountId::made), "secrets of second factors");
        this.issuer = rules.houseWords().stream().findFirst().orElse("EGCG Reporting");
        this.throttle = new CodeThrottle(clock);
    }

    /**
     * Makes a secret for a user; nothing changes for him before {@link #confirm}.
     *
     * @throws Forbidden if he has no password here, for whom his provider asks
     * @throws Conflict if he has a second factor already
     */
    public Enrolment begin(User user) {
        if (!user.isLocal()) {
            throw new Forbidden("who logs in by " + user.source().text() + " has a second factor there");
        }
        if (kept(user.id(), true).isPresent()) {
            throw new Conflict(user.name() + " has a second factor already; turn it off first");
        }
        String secret = Base32.random(SECRET_CHARACTERS);
        database.changeTogether(List.of(
                Change.of("delete from second_factors where user_id = ? and confirmed = 0", user.id()),
                Change.of(
                        "insert into second_factors (user_id, secret, confirmed, last_step) values (?, ?, 0, 0)",
                        user.id(),
                        seal.seal(secret, user.id()))));
        String uri = "otpauth://totp/" + encoded(issuer) + ":" + encoded(user.name()) + "?secret=" + secret + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=6&period=30";
        return new Enrolment(secret, uri);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Turns the second factor on, if the code is the telephone's; gives recovery codes, which are shown once.
     *
     * @throws Unauthenticated if it is another
     * @throws TooManyAttempts if too many were wrong just before
     */
    public List<String> confirm(User user, String code) {
        CodeThrottle.Attempt attempt = throttle.admit(user.id());
        Optional<Kept> kept = kept(user.id(), false);
        OptionalLong step = kept.isPresent() ? step(user.id(), kept.get(), code.strip()) : OptionalLong.empty();
        if (step.isEmpty()) {
            throw new Unauthenticated("this is not the code that the telephone shows now");
        }
        attempt.succeeded();
        List<String> recovery = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        changes.add(Change.of(
                "update second_factors set confirmed = 1, last_step = ? where user_id = ?",
                step.getAsLong(),
                user.id()));
        changes.add(Change.of("delete from recovery_codes where user_id = ?", user.id()));
        for (int index = 0; index < RECOVERY_CODES; index++) {
            String made = Base32.random(RECOVERY_CHARACTERS);
            recovery.add(made.replaceAll("(.{4})(?!$)", "$1-"));
            changes.add(
                    Change.of("insert into recovery_codes (user_id, digest) values (?, ?)", user.id(), digest(made)));
        }
        database.changeTogether(changes);
        SecurityLog.note("second factor on", "user", user.name());
        return recovery;
    }

    /** Turns the second factor off; nothing happens if there is none. */
    public void disable(String userId) {
        int known = database.changeTogether(List.of(
                Change.of("delete from second_factors where user_id = ?", userId),
                Change.of("delete from recovery_codes where user_id = ?", userId)));
        if (known > 0) {
            SecurityLog.warn("second factor off", "account", userId);
        }
    }

    /** How many recovery codes a user has left. */
    public int recoveryCodes(String userId) {
        return database.rows(row -> 1, "select 1 from recovery_codes where user_id = ?", userId)
                .size();
    }

    /**
     * Whether a code is good, which uses it up.
     *
     * @param home whether the user has logged in well from there before: then attempts from other addresses do not hold him up
     * @throws TooManyAttempts if too many were wrong just before
     */
    boolean accepts(User user, String code, boolean home) {
        Optional<CodeThrottle.Attempt> attempt = home ? Optional.empty() : Optional.of(throttle.admit(user.id()));
        String plain = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        boolean good = plain.length() == RECOVERY_CHARACTERS ? recovers(user, plain) : isNew(user, plain);
        if (good) {
            attempt.ifPresent(CodeThrottle.Attempt::succeeded);
        }
        return good;
    }

    private boolean recovers(User user, String code) {
        boolean good =
                database.change("delete from recovery_codes where user_id = ? and digest = ?", user.id(), digest(code))
                        == 1;
        if (good) {
            SecurityLog.warn("recovery code used", "user", user.name());
        }
        return good;
    }

    /** Two requests with one code agree on who was first in the database. */
    private boolean isNew(User user, String code) {
        Optional<Kept> kept = kept(user.id(), true);
        OptionalLong step = kept.isPresent() ? step(user.id(), kept.get(), code) : OptionalLong.empty();
        return step.isPresent()
                && database.change(
                                "update second_factors set last_step = ? where user_id = ? and last_step < ?",
                                step.getAsLong(),
                                user.id(),
                                step.getAsLong())
                        == 1;
    }

    private Optional<Kept> kept(String userId, boolean confirmed) {
        return database
                .rows(
                        row -> new Kept(row.getString("secret"), row.getLong("last_step")),
                        "select secret, last_step from second_factors where user_id = ? and confirmed = ?",
                        userId,
                        confirmed ? 1 : 0)
                .stream()
                .findFirst();
    }

    /** The step of which a code is, if it was not used before. */
    private OptionalLong step(String userId, Kept kept, String code) {
        Optional<String> secret = seal.open(kept.secret(), userId);
        if (secret.isEmpty()) {
            SecurityLog.warn("second factor cannot be read: the key is another", "account", userId);
            return OptionalLong.empty();
        }
        long now = clock.millis() / codes.getTimeStep().toMillis();
        OptionalLong found = OptionalLong.empty();
        for (long step = now - 1; step <= now + 1; step++) {
            if (isSame(code(secret.get(), step), code) && step > kept.lastStep()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private String code(String secret, long step) {
        try {
            return codes.generateOneTimePasswordString(
                    new SecretKeySpec(Base32.bytes(secret), codes.getAlgorithm()),
                    java.time.Instant.ofEpochMilli(step * codes.getTimeStep().toMillis()));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(String code) {
        return HexFormat.of().formatHex(Passwords.sha256(code));
    }
}
