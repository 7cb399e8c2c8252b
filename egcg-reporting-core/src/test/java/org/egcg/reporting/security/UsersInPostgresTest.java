package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.Unauthenticated;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsersInPostgresTest {

    private static final String HERE = "192.0.2.1";

    private EmbeddedPostgres postgres;
    private Users users;

    @BeforeEach
    void open() throws IOException {
        postgres = EmbeddedPostgres.start();
        users = Users.open(postgres.getJdbcUrl("postgres", "postgres"), Role.VIEWER);
    }

    @AfterEach
    void close() throws IOException {
        users.close();
        postgres.close();
    }

    @Test
    void usersLiveInAnyDatabaseThatAJdbcUrlNames() {
        users.add("ann", "correct horse", Role.ADMIN);
        assertThatThrownBy(() -> users.add("ann", "correct horse", Role.ADMIN)).isInstanceOf(Conflict.class);
        assertThat(users.authenticate("ann", "correct horse", HERE))
                .extracting(User::name, User::role, User::version)
                .containsExactly("ann", Role.ADMIN, 1L);
        assertThatThrownBy(() -> users.authenticate("ann", "wrong horse", HERE)).isInstanceOf(Unauthenticated.class);
        users.setPassword("ann", "another horse");
        users.add("zoe", "correct horse", Role.ADMIN);
        users.grant("ann", Role.EDITOR);
        assertThat(users.named("ann"))
                .get()
                .extracting(User::role, User::version)
                .containsExactly(Role.EDITOR, 3L);
        ApiTokens tokens = new ApiTokens(users);
        ApiTokens.Made made = tokens.make(users.named("ann").orElseThrow(), "night", Optional.of(Duration.ofDays(1)));
        assertThat(tokens.find(made.token()).map(ApiToken::user)).contains("ann");
        users.remove("ann");
        assertThat(tokens.find(made.token())).isEmpty();
    }

    @Test
    void whoeverRemovesAndAddsAUserNothingOfTheFirstServesTheNext() throws SQLException {
        users.add("ann", "correct horse", Role.ADMIN);
        User first = users.named("ann").orElseThrow();
        ApiTokens tokens = new ApiTokens(users);
        Sessions sessions = new Sessions(users, Duration.ofHours(2), Duration.ofHours(12));
        String token = tokens.make(first, "night", Optional.empty()).token();
        String session =
                sessions.begin(first, HERE, "a browser", Optional.of("state")).secret();
        assertThat(sessions.providerState(session)).contains("state");
        assertThat(sessions.find(session)).isPresent();
        users.secondFactor().begin(first);
        Instant granted = Instant.now();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept as select * from users");
            statement.execute("delete from users where id = 'ann'");
            statement.execute("insert into users select * from kept");
        }
        User next = users.named("ann").orElseThrow();
        assertThat(next.id()).isNotEqualTo(first.id());
        assertThat(next.role()).isEqualTo(Role.VIEWER);
        assertThat(tokens.find(token)).isEmpty();
        assertThat(sessions.find(session)).isEmpty();
        assertThat(users.named("ann", granted)).isEmpty();
        assertThat(users.authenticate("ann", "correct horse", HERE)).isEqualTo(next);
        users.remove("ann");
        users.add("ann", "correct horse", Role.VIEWER);
    }

    @Test
    void whileTheDatabaseIsAwayUsersAreUnavailable() throws IOException {
        postgres.close();
        assertThatThrownBy(() -> users.authenticate("ann", "correct horse", HERE))
                .isInstanceOf(Unavailable.class);
    }
}
