package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.error.ReportingException.Unauthenticated;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts of those about whom nobody can be asked while they are away. */
class VouchedAccountsTest {

    private static final RoleMapping ROLES =
            new RoleMapping(Map.of("staff", Role.VIEWER, "admins", Role.ADMIN), Optional.empty());

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock();
    private Users users;
    private ApiTokens apiTokens;
    private Authenticator authenticator;

    @BeforeEach
    void open() {
        users = Users.open(directory.resolve("users.sqlite").toString(), Role.EDITOR, clock);
        users.vouchedBy(ROLES, Optional.empty(), Duration.ofMinutes(4), Duration.ofHours(24));
        apiTokens = new ApiTokens(users, clock);
        authenticator = new Authenticator(users, new LoginTokens("a key", Duration.ofHours(2), clock), apiTokens);
    }

    @AfterEach
    void close() {
        users.close();
    }

    private User admitted(String... groups) {
        return users.admit(new ExternalUser(Source.OIDC, "subject 1", "ann", Set.of(groups)));
    }

    private String header(User user) {
        return "Token "
                + apiTokens
                        .make(user, "script", Optional.of(Duration.ofDays(30)), Scopes.ALL)
                        .token();
    }

    @Test
    void theirTokensHoldForADayAfterTheLastConfirmation() {
        String header = header(admitted("staff"));
        clock.pass(Duration.ofHours(23));
        assertThat(authenticator.authenticate(Optional.of(header), "10.0.0.9").name())
                .isEqualTo("ann");
        clock.pass(Duration.ofHours(2));
        assertThatThrownBy(() -> authenticator.authenticate(Optional.of(header), "10.0.0.9"))
                .isInstanceOf(Unauthenticated.class);
        admitted("staff");
        assertThat(authenticator.authenticate(Optional.of(header), "10.0.0.9").name())
                .isEqualTo("ann");
    }

    @Test
    void whoIsSuspendedMakesNewTokensWhenHeComesAgain() {
        User ann = admitted("staff");
        String header = header(ann);
        users.suspend(ann.id());
        assertThatThrownBy(() -> authenticator.authenticate(Optional.of(header), "10.0.0.9"))
                .isInstanceOf(Unauthenticated.class);
        User again = admitted("staff");
        assertThat(again.id()).isEqualTo(ann.id());
        assertThatThrownBy(() -> authenticator.authenticate(Optional.of(header), "10.0.0.9"))
                .isInstanceOf(Unauthenticated.class);
        assertThat(authenticator
                        .authenticate(Optional.of(header(again)), "10.0.0.9")
                        .name())
                .isEqualTo("ann");
    }

    @Test
    void aTokenHasTheRoleThatItsOwnersGroupsHaveNow() {
        String header = header(admitted("admins"));
        admitted("staff");
        assertThat(authenticator.authenticate(Optional.of(header), "10.0.0.9").role())
                .isEqualTo(Role.VIEWER);
    }

    @Test
    void anotherRoleEndsNoSessionAndASuspensionEndsAll() {
        Sessions sessions = new Sessions(users, Duration.ofHours(2), Duration.ofHours(12), clock);
        User ann = admitted("staff");
        Sessions.Begun begun = sessions.begin(ann, "10.0.0.9", "", Optional.empty());
        assertThat(admitted("admins").role()).isEqualTo(Role.ADMIN);
        assertThat(sessions.visit(begun.secret()).orElseThrow().user().role()).isEqualTo(Role.ADMIN);
        users.suspend(ann.id());
        assertThat(sessions.visit(begun.secret())).isEmpty();
    }
}
