package org.egcg.reporting.security;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes user files as the original did: a table of names and plain SHA-256 digests. */
final class LegacyUsers {

    private LegacyUsers() {}

    static Path write(Path file, String... namesAndPasswords) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement create = connection.createStatement()) {
            create.execute("CREATE TABLE users (id text unique, pw_hash text unique)");
            for (int index = 0; index < namesAndPasswords.length; index += 2) {
                try (PreparedStatement insert = connection.prepareStatement("insert into users values (?, ?)")) {
                    insert.setString(1, namesAndPasswords[index]);
                    insert.setBytes(2, Passwords.sha256(namesAndPasswords[index + 1]));
                    insert.execute();
                }
            }
        }
        return file;
    }
}
