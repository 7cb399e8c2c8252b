package org.egcg.reporting.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.security.UserDatabase.Change;

/** The rows that say who the users are: the original's table of names and hashes, and ours beside it. */
final class UserTable {

    private static final String ROWS = """
            select users.id, users.pw_hash, details.role, details.must_change, details.version
            from users left join user_details details on details.id = users.id
            """;

    private static final String BARE_ROWS = """
            select users.id, users.pw_hash, null role, 0 must_change, 0 version
            from users
            """;

    /** A user and the stored hash of the password: text, or bytes where it is an older file's digest. */
    record Row(User user, Object hash) {}

    private final UserDatabase database;
    private final Role legacyRole;

    UserTable(UserDatabase database, Role legacyRole) {
        this.database = database;
        this.legacyRole = legacyRole;
    }

    Optional<Row> row(String name) {
        return database.rows(this::read, rows() + "where users.id = ?", name).stream()
                .findFirst();
    }

    List<Row> all() {
        return database.rows(this::read, rows() + "where users.id is not null order by users.id");
    }

    private String rows() {
        return database.isBare() ? BARE_ROWS : ROWS;
    }

    private Row read(ResultSet row) throws SQLException {
        Role role =
                Optional.ofNullable(row.getString("role")).flatMap(Role::named).orElse(legacyRole);
        Object hash = row.getObject("pw_hash");
        String name = row.getString("id");
        User user = new User(
                derivedId(name, hash),
                name,
                role,
                row.getInt("must_change") != 0,
                row.getLong("version"),
                Source.LOCAL,
                false);
        return new Row(user, hash == null ? "" : hash);
    }

    private static String derivedId(String name, Object hash) {
        byte[] digest = hash instanceof byte[] bytes ? bytes : Passwords.sha256(String.valueOf(hash));
        String stored = name + "\n" + java.util.HexFormat.of().formatHex(digest);
        return java.util.UUID.nameUUIDFromBytes(Passwords.sha256(stored)).toString();
    }

    void insert(User user, String hash) {
        database.changeTogether(
                Change.of("insert into users (id, pw_hash) values (?, ?)", user.name(), hash),
                deleted("user_details", user.name()),
                described(user));
    }

    /** Whether there was such a user. */
    boolean delete(String name) {
        return database.changeTogether(
                        deleted("users", name),
                        deleted("user_details", name),
                        deleted("password_changes", name),
                        Change.of("delete from api_tokens where user_id = ?", name))
                > 0;
    }

    /** Puts a hash in another's place, if that is still there. */
    boolean swap(String name, Object present, String wanted) {
        return database.change("update users set pw_hash = ? where id = ? and pw_hash = ?", wanted, name, present) == 1;
    }

    void changePassword(User user, String hash, Instant now) {
        database.changeTogether(
                Change.of("update users set pw_hash = ? where id = ?", hash, user.name()),
                deleted("user_details", user.name()),
                described(user),
                deleted("password_changes", user.name()),
                Change.of(
                        "insert into password_changes (id, changed) values (?, ?)", user.name(), now.getEpochSecond()));
    }

    void describe(User user) {
        database.changeTogether(deleted("user_details", user.name()), described(user));
    }

    /** Whether a user's password was changed after a moment. */
    boolean changedAfter(String name, Instant moment) {
        return !database.isBare()
                && database
                        .rows(row -> row.getLong(1), "select changed from password_changes where id = ?", name)
                        .stream()
                        .anyMatch(changed -> changed > moment.getEpochSecond());
    }

    private static Change deleted(String table, String name) {
        return Change.of("delete from " + table + " where id = ?", name);
    }

    private static Change described(User user) {
        return Change.of(
                "insert into user_details (id, role, must_change, version) values (?, ?, ?, ?)",
                user.name(),
                user.role().text(),
                user.mustChangePassword() ? 1 : 0,
                user.version());
    }
}
