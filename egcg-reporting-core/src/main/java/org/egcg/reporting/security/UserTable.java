package org.egcg.reporting.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.egcg.reporting.security.UserDatabase.Change;
import org.egcg.reporting.security.internal.SecurityLog;

/** The rows that say who the users are: the original's table of names and hashes, and ours beside it. */
final class UserTable {

    private static final String ROWS = """
            select users.id, users.pw_hash, details.role, details.must_change, details.version,
                   accounts.account_id, accounts.seen, accounts.source, accounts.subject, accounts.confirmed,
                   changes.changed, factors.confirmed as factor
            from users
            left join user_details details on details.id = users.id
            left join user_accounts accounts on accounts.name = users.id
            left join password_changes changes on changes.id = users.id
            left join second_factors factors on factors.user_id = accounts.account_id
            """;

    private static final String ROWS_BEFORE_ACCOUNTS = """
            select users.id, users.pw_hash, details.role, details.must_change, details.version,
                   null account_id, users.pw_hash seen, null source, null subject, 0 confirmed, 0 changed, 0 factor
            from users left join user_details details on details.id = users.id
            """;

    private static final String BARE_ROWS = """
            select users.id, users.pw_hash, null role, 0 must_change, 0 version,
                   null account_id, users.pw_hash seen, null source, null subject, 0 confirmed, 0 changed, 0 factor
            from users
            """;

    /**
     * A user as the tables have him.
     *
     * @param hash of the password: text, or bytes where it is an older file's digest; empty text if there is none
     * @param subject by which another list of people knows him; empty text if none does
     * @param confirmed when that list did so last, in seconds
     * @param changed when the password was set, in seconds; 0 if that is not known
     */
    record Row(User user, Object hash, String subject, long confirmed, long changed) {}

    private final UserDatabase database;
    private final Role legacyRole;

    UserTable(UserDatabase database, Role legacyRole) {
        this.database = database;
        this.legacyRole = legacyRole;
    }

    Optional<Row> row(String name) {
        return first("where users.id = ?", name);
    }

    Optional<Row> withId(String id) {
        UserSchema.Found found = database.found();
        if (found.accounts()) {
            Optional<Row> row = first("where accounts.account_id = ?", id);
            if (row.isPresent() || found.watched()) {
                return row;
            }
        }
        return all().stream().filter(row -> row.user().id().equals(id)).findFirst();
    }

    Optional<Row> external(Source source, String subject) {
        return first("where accounts.source = ? and accounts.subject = ?", source.text(), subject);
    }

    private Optional<Row> first(String where, Object... values) {
        return database.rows(this::read, rows() + where, values).stream()
                .findFirst()
                .flatMap(this::asWeLeftIt);
    }

    List<Row> all() {
        return database.rows(this::read, rows() + "where users.id is not null order by users.id").stream()
                .flatMap(read -> asWeLeftIt(read).stream())
                .toList();
    }

    private String rows() {
        UserSchema.Found found = database.found();
        return found.accounts() ? ROWS : found.roles() ? ROWS_BEFORE_ACCOUNTS : BARE_ROWS;
    }

    /** A row, and whether the hash is another than the one we have stored. */
    private record Read(Row row, boolean strange) {}

    private Read read(ResultSet row) throws SQLException {
        Object hash = row.getObject("pw_hash");
        String id = row.getString("account_id");
        Object seen = id == null ? hash : row.getObject("seen");
        return new Read(
                new Row(
                        user(row, id, hash),
                        hash == null ? "" : hash,
                        Objects.requireNonNullElse(row.getString("subject"), ""),
                        row.getLong("confirmed"),
                        row.getLong("changed")),
                !Objects.deepEquals(hash, seen));
    }

    private User user(ResultSet row, String id, Object hash) throws SQLException {
        String name = row.getString("id");
        return new User(
                id == null ? AccountId.derived(name, hash) : id,
                name,
                Optional.ofNullable(row.getString("role")).flatMap(Role::named).orElse(legacyRole),
                row.getInt("must_change") != 0,
                row.getLong("version"),
                Optional.ofNullable(row.getString("source"))
                        .flatMap(Source::named)
                        .orElse(Source.LOCAL),
                row.getInt("factor") != 0);
    }

    /** A password that something else has set ends what was granted on the one before. */
    private Optional<Row> asWeLeftIt(Read read) {
        if (!read.strange()) {
            return Optional.of(read.row());
        }
        User user = read.row().user();
        List<Change> changes = new ArrayList<>();
        changes.add(seen(user.name(), read.row().hash()));
        changes.addAll(described(user.renewed(user.role(), user.mustChangePassword())));
        changes.addAll(changed(user.name(), System.currentTimeMillis() / 1000));
        changes.add(withoutTokens(user.name()));
        database.changeTogether(changes);
        SecurityLog.warn("password changed by something else", "user", user.name());
        return row(user.name());
    }

    /**
     * Adds a user.
     *
     * @param hash of the password; empty text if there is none
     * @param subject by which another list knows him; empty text if none does
     */
    void insert(User user, String hash, String subject, Instant now) {
        long since = Math.max(now.getEpochSecond(), removed(user.name()));
        List<Change> changes = new ArrayList<>();
        changes.add(Change.of("insert into users (id, pw_hash) values (?, ?)", user.name(), orNull(hash)));
        changes.add(Change.of("delete from user_accounts where name = ?", user.name()));
        changes.add(Change.of(
                """
                insert into user_accounts (name, account_id, seen, source, subject, confirmed)
                values (?, ?, ?, ?, ?, ?)""",
                user.name(),
                user.id(),
                orNull(hash),
                user.source().text(),
                orNull(subject),
                now.getEpochSecond()));
        changes.addAll(described(user));
        changes.addAll(changed(user.name(), since));
        database.changeTogether(changes);
    }

    private static Object orNull(String text) {
        return text.isEmpty() ? UserDatabase.ABSENT : text;
    }

    /** The second after which a removed user's tokens were certainly not made by him. */
    private long removed(String name) {
        return database.rows(row -> row.getLong(1), "select changed from password_changes where id = ?", name).stream()
                .findFirst()
                .orElse(0L);
    }

    /** Whether there was such a user. That there was one is kept, for the sake of tokens that name him. */
    boolean delete(User user, Instant now) {
        List<Change> changes = new ArrayList<>();
        changes.add(Change.of("delete from users where id = ?", user.name()));
        changes.add(Change.of("delete from user_details where id = ?", user.name()));
        changes.add(Change.of("delete from user_accounts where name = ?", user.name()));
        changes.add(withoutTokens(user.name()));
        for (String table : List.of("user_sessions", "second_factors", "recovery_codes")) {
            changes.add(Change.of("delete from " + table + " where user_id = ?", user.id()));
        }
        changes.addAll(changed(user.name(), now.getEpochSecond() + 1));
        return database.changeTogether(changes) > 0;
    }

    /** Puts a hash in another's place, if that is still there. */
    boolean swap(String name, Object present, String wanted) {
        Change swap = Change.of("update users set pw_hash = ? where id = ? and pw_hash = ?", wanted, name, present);
        Change noted = Change.of("""
                update user_accounts set seen = ?
                where name = ? and exists (select 1 from users where id = ? and pw_hash = ?)""", wanted, name, name, wanted);
        return database.changeTogether(database.found().accounts() ? List.of(swap, noted) : List.of(swap)) == 1;
    }

    /** @param keepTokens whether the tokens for programs stay good */
    void changePassword(User user, String hash, Instant now, boolean keepTokens) {
        List<Change> changes = new ArrayList<>();
        changes.add(Change.of("update users set pw_hash = ? where id = ?", hash, user.name()));
        changes.add(seen(user.name(), hash));
        changes.addAll(described(user));
        changes.addAll(changed(user.name(), now.getEpochSecond()));
        if (!keepTokens) {
            changes.add(withoutTokens(user.name()));
        }
        database.changeTogether(changes);
    }

    /** Another role or version, under which what was granted before is void. */
    void describe(User user, Instant now) {
        List<Change> changes = new ArrayList<>(described(user));
        changes.addAll(changed(user.name(), now.getEpochSecond()));
        changes.add(withoutTokens(user.name()));
        database.changeTogether(changes);
    }

    /** Another role that another list gives. Nothing ends with it: roles are looked up whenever something is used. */
    void renew(User user) {
        database.changeTogether(described(user));
    }

    /** Gives a user of another list the name that he has there now; what is known of him stays his. */
    void rename(User user, String name, Instant now) {
        List<Change> changes = new ArrayList<>();
        changes.add(Change.of("update users set id = ? where id = ?", name, user.name()));
        changes.add(Change.of("delete from user_details where id = ?", name));
        changes.add(Change.of("update user_details set id = ? where id = ?", name, user.name()));
        changes.add(Change.of("update user_accounts set name = ? where name = ?", name, user.name()));
        changes.add(Change.of("update api_tokens set user_id = ? where user_id = ?", name, user.name()));
        changes.addAll(changed(user.name(), now.getEpochSecond() + 1));
        changes.addAll(changed(name, Math.max(now.getEpochSecond(), removed(name))));
        database.changeTogether(changes);
    }

    /** Notes when another list has said last that a user is one of its people. */
    void confirm(User user, Instant now) {
        database.change("update user_accounts set confirmed = ? where account_id = ?", now.getEpochSecond(), user.id());
    }

    /** Whether what was granted to a user at a moment is void: the password, the role or the user was another. */
    boolean changedAfter(String name, Instant moment) {
        return database.found().roles() && removed(name) > moment.getEpochSecond();
    }

    private static Change seen(String name, Object hash) {
        return Change.of("update user_accounts set seen = ? where name = ?", hash, name);
    }

    private static Change withoutTokens(String name) {
        return Change.of("delete from api_tokens where user_id = ?", name);
    }

    private static List<Change> changed(String name, long second) {
        return Arrays.asList(
                Change.of("delete from password_changes where id = ?", name),
                Change.of("insert into password_changes (id, changed) values (?, ?)", name, second));
    }

    private static List<Change> described(User user) {
        return Arrays.asList(
                Change.of("delete from user_details where id = ?", user.name()),
                Change.of(
                        "insert into user_details (id, role, must_change, version) values (?, ?, ?, ?)",
                        user.name(),
                        user.role().text(),
                        user.mustChangePassword() ? 1 : 0,
                        user.version()));
    }
}
