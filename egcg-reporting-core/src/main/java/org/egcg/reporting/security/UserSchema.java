package org.egcg.reporting.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of the user database: the original's {@code users}, and ours beside it, which are added where they are
 * missing. Triggers see to it that, also if users are added or removed by hand, a removed one leaves nothing to the
 * next of the same name. A database that cannot be written is used as it is.
 */
final class UserSchema {

    private static final System.Logger LOG = System.getLogger(UserSchema.class.getName());

    /** A code of SQLite's; its driver's own constant would need the driver for users on a server too. */
    private static final int SQLITE_READONLY = 8;

    /**
     * What there is.
     *
     * @param roles whether users have roles and versions
     * @param accounts whether they have accounts of their own, and all else that we keep
     * @param writable whether anything can be changed
     * @param watched whether the database itself forgets what belonged to a removed user
     */
    record Found(boolean roles, boolean accounts, boolean writable, boolean watched) {}

    private final String dialect;

    private UserSchema(String dialect) {
        this.dialect = dialect;
    }

    static UserSchema sqlite() {
        return new UserSchema("sqlite");
    }

    static UserSchema server() {
        return new UserSchema("server");
    }

    Found prepare(Connection connection) throws SQLException {
        boolean writable = makeTables(connection);
        boolean accounts = there(connection, "select account_id from user_accounts where 1 = 0");
        boolean watched = writable && watch(connection);
        if (writable) {
            takeOver(connection);
        }
        return new Found(there(connection, "select role from user_details where 1 = 0"), accounts, writable, watched);
    }

    private boolean makeTables(Connection connection) throws SQLException {
        try {
            for (String table : statements("tables", "\n\n")) {
                execute(connection, table);
            }
            if (!there(connection, "select account_id, scopes from api_tokens where 1 = 0")) {
                execute(connection, "alter table api_tokens add column account_id varchar(40)");
                execute(connection, "alter table api_tokens add column scopes varchar(4000)");
            }
            return true;
        } catch (SQLException refused) {
            if (!isReadOnly(refused)) {
                throw refused;
            }
            LOG.log(System.Logger.Level.WARNING, "The user database is read-only: what it does not hold is missing");
            return false;
        }
    }

    private boolean isReadOnly(SQLException refused) {
        return dialect.equals("sqlite") && refused.getErrorCode() == SQLITE_READONLY;
    }

    /** Not every database account that may write rows may make triggers. */
    private boolean watch(Connection connection) {
        try {
            for (String trigger : statements("triggers", "\n\n\n")) {
                execute(connection, trigger);
            }
            return true;
        } catch (SQLException refused) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The user database takes no triggers; remove users only with our own tools: {0}",
                    refused.getMessage());
            return false;
        }
    }

    /** Gives an account to each user of an older file, and his tokens to it; drops what belongs to no account. */
    private void takeOver(Connection connection) throws SQLException {
        for (String sql : statements("orphans", "\n\n")) {
            execute(connection, sql);
        }
        Map<String, Object> hashes = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet users = statement.executeQuery("""
                        select id, pw_hash from users
                        where id is not null and id not in (select name from user_accounts)""")) {
            while (users.next()) {
                hashes.put(users.getString("id"), users.getObject("pw_hash"));
            }
        }
        for (Map.Entry<String, Object> user : hashes.entrySet()) {
            takeOver(connection, user.getKey(), user.getValue());
        }
        for (String sql : statements("adoption", "\n\n")) {
            execute(connection, sql);
        }
    }

    private static void takeOver(Connection connection, String name, Object hash) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into user_accounts (name, account_id, seen, source)
                select ?, ?, ?, 'local' where not exists (select 1 from user_accounts where name = ?)""")) {
            insert.setString(1, name);
            insert.setString(2, AccountId.derived(name, hash));
            insert.setObject(3, hash);
            insert.setString(4, name);
            insert.executeUpdate();
        }
    }

    private List<String> statements(String kind, String separator) {
        String file = "users-" + dialect + "-" + kind + ".sql";
        try (InputStream sql = UserSchema.class.getResourceAsStream(file)) {
            return Arrays.stream(new String(sql.readAllBytes(), StandardCharsets.UTF_8)
                            .strip()
                            .split(separator))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean there(Connection connection, String question) {
        try {
            execute(connection, question);
            return true;
        } catch (SQLException missing) {
            return false;
        }
    }
}
