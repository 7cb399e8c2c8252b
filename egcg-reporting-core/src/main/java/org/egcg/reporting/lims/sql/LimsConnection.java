package org.egcg.reporting.lims.sql;

import java.time.Duration;
import java.util.Objects;

/**
 * Where the LIMS' PostgreSQL database is, and how gently it is to be treated.
 *
 * @param jdbcUrl such as {@code jdbc:postgresql://host:5432/clarity}
 * @param user an account that may read
 * @param connections how many connections at most; further questions wait for their turn
 * @param connecting how long making a connection may take
 * @param statement how long one statement may take, and how long a question waits for its turn
 */
public record LimsConnection(
        String jdbcUrl, String user, String password, int connections, Duration connecting, Duration statement) {

    public LimsConnection {
        Objects.requireNonNull(jdbcUrl);
        Objects.requireNonNull(user);
        Objects.requireNonNull(password);
        if (connections < 1) {
            throw new IllegalArgumentException("There must be a connection.");
        }
    }

    /** Four connections, three seconds to connect, two minutes for a statement. */
    public LimsConnection(String jdbcUrl, String user, String password) {
        this(jdbcUrl, user, password, 4, Duration.ofSeconds(3), Duration.ofMinutes(2));
    }

    /** The same with another time for a statement. */
    public LimsConnection patient(Duration statement) {
        return new LimsConnection(jdbcUrl, user, password, connections, connecting, statement);
    }

    @Override
    public String toString() {
        return user + "@" + jdbcUrl;
    }
}
