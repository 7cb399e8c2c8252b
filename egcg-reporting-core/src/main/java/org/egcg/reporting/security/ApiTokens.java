package org.egcg.reporting.security;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.security.internal.SecurityLog;

/**
 * LoginTokens that users make for their programs, so that no password stands in a script. A token is shown once, when it is
 * made; what is kept is its SHA-256 digest, which is enough for 256 random bits. It is good until it is revoked, ends,
 * or its user is removed. Thread-safe.
 */
public final class ApiTokens {

    /** How every such token begins. */
    public static final String PREFIX = "egcg_";

    /** With their owners' accounts: a token without one opens nothing. */
    private static final String TOKENS = """
            select tokens.* from api_tokens tokens
            join user_accounts accounts on accounts.name = tokens.user_id and accounts.account_id = tokens.account_id
            """;

    private static final int LONGEST_NAME = 100;
    private static final int MOST_PER_USER = 50;
    private static final Duration USE_NOTED = Duration.ofMinutes(1);
    private static final Duration USUAL = Duration.ofDays(365);
    private static final Duration LONGEST = Duration.ofDays(730);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final UserDatabase database;
    private final InstantSource clock;
    private final Duration longest;

    public ApiTokens(Users users) {
        this(users, LONGEST, InstantSource.system());
    }

    /** @param longest for how long a token may be made at most */
    public ApiTokens(Users users, Duration longest) {
        this(users, longest, InstantSource.system());
    }

    ApiTokens(Users users, InstantSource clock) {
        this(users, LONGEST, clock);
    }

    /** The same with another clock. */
    public ApiTokens(Users users, Duration longest, InstantSource clock) {
        this.database = users.database();
        this.longest = longest;
        this.clock = clock;
    }

    /** A new token: the text, which cannot be shown again, and what is kept of it. */
    public record Made(String token, ApiToken kept) {
        @Override
        public String toString() {
            return kept.toString();
        }
    }

    /**
     * Makes a token for a user.
     *
     * @param name what the user calls it
     * @param lifetime how long it is good; empty for a year, or the longest time there is
     */
    public Made make(User user, String name, Optional<Duration> lifetime) {
        return make(user, name, lifetime, Scopes.ALL);
    }

    /** The same for a token that may not be used for everything. */
    public Made make(User user, String name, Optional<Duration> lifetime, Scopes scopes) {
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            throw new Malformed("a token's name has 1 to " + LONGEST_NAME + " characters");
        }
        Duration time = lifetime.orElse(USUAL.compareTo(longest) < 0 ? USUAL : longest);
        if (time.isNegative() || time.isZero() || time.compareTo(longest) > 0) {
            throw new Malformed("a token is good for 1 to " + longest.toDays() + " days");
        }
        if (of(user).size() >= MOST_PER_USER) {
            throw new Malformed("a user has at most " + MOST_PER_USER + " tokens");
        }
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Instant now = Instant.ofEpochSecond(clock.millis() / 1000);
        ApiToken kept = new ApiToken(
                UUID.randomUUID().toString(),
                user.name(),
                plain,
                now,
                Optional.empty(),
                Optional.of(now.plus(time)),
                scopes);
        insert(user, kept, digest(token));
        SecurityLog.note("token made", "user", user.name(), "token", kept.id(), "scopes", scopes.text());
        return new Made(token, kept);
    }

    private void insert(User user, ApiToken token, String digest) {
        database.change(
                """
                insert into api_tokens (id, user_id, name, digest, created, expires, account_id, scopes)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                token.id(),
                token.user(),
                token.name(),
                digest,
                token.created().getEpochSecond(),
                token.expires().map(Instant::getEpochSecond).orElse(Long.MAX_VALUE),
                user.id(),
                token.scopes().text());
    }

    private <T> List<T> rows(UserDatabase.Row<T> reader, String where, Object... values) {
        return database.found().accounts() ? database.rows(reader, TOKENS + where, values) : List.of();
    }

    /** A user's tokens, oldest first. */
    public List<ApiToken> of(User owner) {
        return rows(ApiTokens::read, "where tokens.account_id = ? order by tokens.created, tokens.id", owner.id());
    }

    /** The tokens of all users, by owner. */
    public List<ApiToken> all() {
        return rows(ApiTokens::read, "order by tokens.user_id, tokens.created, tokens.id");
    }

    private static ApiToken read(ResultSet row) throws SQLException {
        long lastUsed = row.getLong("last_used");
        long expires = row.getLong("expires");
        return new ApiToken(
                row.getString("id"),
                row.getString("user_id"),
                row.getString("name"),
                Instant.ofEpochSecond(row.getLong("created")),
                lastUsed == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(lastUsed)),
                expires == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochSecond(expires)),
                Optional.ofNullable(row.getString("scopes")).map(Scopes::parse).orElse(Scopes.ALL));
    }

    /** Revokes a user's token; it is refused from now on. */
    public void revoke(User owner, String id) {
        if (database.change("delete from api_tokens where account_id = ? and id = ?", owner.id(), id) == 0) {
            throw new NotFound("there is no such token");
        }
        SecurityLog.note("token revoked", "user", owner.name(), "token", id);
    }

    /** Revokes a token of any user, as an administrator. */
    public void revokeAny(User admin, String id) {
        admin.require(Role.ADMIN);
        revoke(id, admin.name());
    }

    /** Revokes a token of any user, as a command with access to the database. */
    public void revoke(String id) {
        revoke(id, "command line");
    }

    /**
     * Revokes a token of any user.
     *
     * @param by who does it, for the log
     * @throws NotFound if there is no such token
     */
    public void revoke(String id, String by) {
        if (database.change("delete from api_tokens where id = ?", id) == 0) {
            throw new NotFound("there is no such token");
        }
        SecurityLog.note("token revoked", "by", by, "token", id);
    }

    /** What is known of a token; empty if it is unknown, revoked or expired, or its owner is another account now. */
    Optional<ApiToken> find(String token) {
        long now = clock.millis() / 1000;
        Optional<ApiToken> found =
                rows(ApiTokens::read, "where tokens.digest = ? and tokens.expires > ?", digest(token), now).stream()
                        .findFirst();
        found.filter(kept -> kept.lastUsed()
                        .map(used -> now - used.getEpochSecond() >= USE_NOTED.toSeconds())
                        .orElse(true))
                .filter(kept -> database.found().writable())
                .ifPresent(kept -> database.change("update api_tokens set last_used = ? where id = ?", now, kept.id()));
        return found;
    }

    private static String digest(String token) {
        return HexFormat.of().formatHex(Passwords.sha256(token));
    }
}
