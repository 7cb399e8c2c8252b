package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.egcg.reporting.ReportingException.Conflict;
import org.egcg.reporting.ReportingException.Unauthenticated;
import org.egcg.reporting.ReportingException.Unavailable;
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
    void whileTheDatabaseIsAwayUsersAreUnavailable() throws IOException {
        postgres.close();
        assertThatThrownBy(() -> users.authenticate("ann", "correct horse", HERE))
                .isInstanceOf(Unavailable.class);
    }
}
