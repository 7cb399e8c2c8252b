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
import org.egcg.reporting.ReportingException.Malformed;
import org.egcg.reporting.ReportingException.NotFound;

/**
 * Tokens that users make for their programs, so that no password stands in a script. A token is shown once, when it is
 * made; what is kept is its SHA-256 digest, which is enough for 256 random bits. It is good until it is revoked, ends,
 * or its user is removed. Thread-safe.
 */
public final class ApiTokens {

    /** How every such token begins. */
    public static final String PREFIX = "egcg_";

    private static final int LONGEST_NAME = 100;
    private static final int MOST_PER_USER = 50;
    private static final Duration USE_NOTED = Duration.ofMinutes(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final UserDatabase database;
    private final InstantSource clock;

    public ApiTokens(Users users) {
        this(users, InstantSource.system());
    }

    ApiTokens(Users users, InstantSource clock) {
        this.database = users.database();
        this.clock = clock;
    }

    /** A new token: the text, which nobody can show again, and what is kept of it. */
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
     * @param lifetime how long it is good; empty for ever
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
                lifetime.map(now::plus),
                scopes);
        insert(kept, digest(token));
        SecurityLog.note("token made", "user", user.name(), "token", kept.id());
        return new Made(token, kept);
    }

    private void insert(ApiToken token, String digest) {
        database.change(
                "insert into api_tokens (id, user_id, name, digest, created, expires) values (?, ?, ?, ?, ?, ?)",
                token.id(),
                token.user(),
                token.name(),
                digest,
                token.created().getEpochSecond(),
                token.expires().map(Instant::getEpochSecond).orElse(Long.MAX_VALUE));
    }

    /** A user's tokens, oldest first. */
    public List<ApiToken> of(User owner) {
        return database.rows(
                ApiTokens::read, "select * from api_tokens where user_id = ? order by created, id", owner.name());
    }

    /** Everybody's tokens, by owner. */
    public List<ApiToken> all() {
        return database.rows(ApiTokens::read, "select * from api_tokens order by user_id, created, id");
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
                Scopes.ALL);
    }

    /** Revokes a user's token; it is refused from now on. */
    public void revoke(User owner, String id) {
        if (database.change("delete from api_tokens where user_id = ? and id = ?", owner.name(), id) == 0) {
            throw new NotFound("there is no such token");
        }
        SecurityLog.note("token revoked", "user", owner.name(), "token", id);
    }

    /** Revokes anybody's token, as an administrator. */
    public void revokeAny(User admin, String id) {
        admin.require(Role.ADMIN);
        if (database.change("delete from api_tokens where id = ?", id) == 0) {
            throw new NotFound("there is no such token");
        }
        SecurityLog.note("token revoked", "by", admin.name(), "token", id);
    }

    /** What is known of a token; empty if it is nobody's, revoked or over. */
    Optional<ApiToken> find(String token) {
        long now = clock.millis() / 1000;
        Optional<ApiToken> found = database
                .rows(ApiTokens::read, "select * from api_tokens where digest = ? and expires > ?", digest(token), now)
                .stream()
                .findFirst();
        found.filter(kept -> kept.lastUsed()
                        .map(used -> now - used.getEpochSecond() >= USE_NOTED.toSeconds())
                        .orElse(true))
                .ifPresent(kept -> database.change("update api_tokens set last_used = ? where id = ?", now, kept.id()));
        return found;
    }

    private static String digest(String token) {
        return HexFormat.of().formatHex(Passwords.sha256(token));
    }
}
