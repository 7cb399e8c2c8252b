package org.egcg.reporting.security;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/** Writes user files as the version before accounts did: roles, times of changes and tokens by the users' names. */
final class PreviousUsers {

    private PreviousUsers() {}

    static void write(Path file, String name, String password, String role, String token) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            sql.execute("create table users (id text unique, pw_hash text unique)");
            sql.execute("create table user_details (id varchar(255) primary key, role varchar(20) not null,"
                    + " must_change integer not null, version bigint not null)");
            sql.execute("create table password_changes (id varchar(255) primary key, changed bigint not null)");
            sql.execute("create table api_tokens (id varchar(40) primary key, user_id varchar(255) not null,"
                    + " name varchar(255) not null, digest varchar(64) not null unique, created bigint not null,"
                    + " last_used bigint, expires bigint)");
            sql.execute("insert into users values ('" + name + "', '" + Passwords.hash(password) + "')");
            sql.execute("insert into user_details values ('" + name + "', '" + role + "', 0, 3)");
            sql.execute("insert into user_details values ('gone', 'admin', 0, 3)");
            sql.execute("insert into api_tokens (id, user_id, name, digest, created, expires) values ('1', '" + name
                    + "', 'night', '" + digest(token) + "', 1, " + Long.MAX_VALUE + ")");
            sql.execute("insert into api_tokens (id, user_id, name, digest, created, expires) values ('2', 'gone',"
                    + " 'night', 'x', 1, " + Long.MAX_VALUE + ")");
        }
    }

    private static String digest(String token) {
        return HexFormat.of().formatHex(Passwords.sha256(token));
    }
}
