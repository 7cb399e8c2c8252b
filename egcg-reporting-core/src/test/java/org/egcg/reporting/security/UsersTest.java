package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.Forbidden;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.error.ReportingException.TooManyAttempts;
import org.egcg.reporting.error.ReportingException.Unauthenticated;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {

    private static final String HERE = "192.0.2.1";

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock();
    private Path file;
    private Users users;

    @BeforeEach
    void openTheOriginalsFile() throws SQLException {
        file = LegacyUsers.write(directory.resolve("users.sqlite"), "apiuser", "apiuser", "é☃", "pässwörd");
        users = Users.open(file.toString(), Role.EDITOR, clock);
    }

    @AfterEach
    void close() {
        users.close();
    }

    @Test
    void aFileOfTheOriginalOpensAsItIs() {
        assertThat(users.all()).extracting(User::name).containsExactly("apiuser", "é☃");
        assertThat(users.authenticate("apiuser", "apiuser", HERE))
                .extracting(User::name, User::role, User::mustChangePassword, User::version)
                .containsExactly("apiuser", Role.EDITOR, false, 0L);
        assertThat(users.authenticate("é☃", "pässwörd", HERE).name()).isEqualTo("é☃");
    }

    @Test
    void anOldDigestIsReplacedAtTheFirstGoodLoginOnly() {
        assertThat(stored("apiuser")).isInstanceOf(byte[].class);
        refuse("apiuser", "wrong");
        assertThat(stored("apiuser")).isInstanceOf(byte[].class);
        users.authenticate("apiuser", "apiuser", HERE);
        assertThat(stored("apiuser")).asString().startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        try (Users reopened = Users.open(file.toString(), Role.EDITOR, clock)) {
            assertThatCode(() -> reopened.authenticate("apiuser", "apiuser", HERE))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> reopened.authenticate("apiuser", "wrong", HERE))
                    .isInstanceOf(Unauthenticated.class);
        }
    }

    @Test
    void unknownUsersWrongPasswordsAndOtherCaseAreRefusedAlike() {
        for (String[] attempt : new String[][] {
            {"apiuser", "apiuseR"},
            {"ApiUser", "apiuser"},
            {"nobody", "apiuser"},
            {"apiuser", ""},
            {"", ""},
            {"x".repeat(1_000_000), "apiuser"},
            {"apiuser", "x".repeat(1_000_000)},
            {"' or '1'='1", "x"}
        }) {
            assertThatThrownBy(() -> users.authenticate(attempt[0], attempt[1], HERE))
                    .isInstanceOf(Unauthenticated.class)
                    .hasMessage("unknown user or wrong password");
        }
    }

    @Test
    void twoUsersMayShareAPassword() {
        users.add("ann", "correct horse", Role.VIEWER);
        users.add("bob", "correct horse", Role.ADMIN);
        assertThat(users.authenticate("ann", "correct horse", HERE).role()).isEqualTo(Role.VIEWER);
        assertThat(users.authenticate("bob", "correct horse", HERE).role()).isEqualTo(Role.ADMIN);
        assertThat(stored("ann")).isNotEqualTo(stored("bob"));
    }

    @Test
    void aVerifiedPasswordIsNotHashedAgain() {
        users.authenticate("apiuser", "apiuser", HERE);
        long start = System.nanoTime();
        for (int request = 0; request < 200; request++) {
            users.authenticate("apiuser", "apiuser", HERE);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aChangedPasswordVoidsTheOldOneAtOnceInEveryProcess() {
        try (Users other = Users.open(file.toString(), Role.EDITOR, clock)) {
            users.authenticate("apiuser", "apiuser", HERE);
            other.setPassword("apiuser", "another horse");
            refuse("apiuser", "apiuser");
            assertThat(users.authenticate("apiuser", "another horse", HERE).version())
                    .isEqualTo(1);
        }
    }

    @Test
    void aRemovedUserIsRefusedAtOnce() {
        users.authenticate("apiuser", "apiuser", HERE);
        users.remove("apiuser");
        refuse("apiuser", "apiuser");
        assertThat(users.named("apiuser")).isEmpty();
        assertThatThrownBy(() -> users.remove("apiuser")).isInstanceOf(NotFound.class);
    }

    @Test
    void anInitialPasswordIsToBeChanged() {
        String initial = users.addWithInitialPassword("ann", Role.EDITOR);
        assertThat(users.authenticate("ann", initial, HERE).mustChangePassword())
                .isTrue();
        users.changePassword("ann", initial, "my own secret", HERE);
        assertThat(users.authenticate("ann", "my own secret", HERE).mustChangePassword())
                .isFalse();
        String reset = users.resetPassword("ann");
        assertThat(users.authenticate("ann", reset, HERE).mustChangePassword()).isTrue();
        assertThat(users.named("ann").orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void aPasswordIsChangedOnlyByWhoKnowsIt() {
        assertThatThrownBy(() -> users.changePassword("apiuser", "guess", "my own secret", HERE))
                .isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> users.changePassword("apiuser", "apiuser", "short", HERE))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> users.changePassword("é☃", "pässwörd", "pässwörd", HERE))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void aNameIsGivenOnce() {
        assertThatThrownBy(() -> users.add("apiuser", "long enough", Role.VIEWER))
                .isInstanceOf(Conflict.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " ann", "a:b", "a\nb"})
    void aNameThatCouldNotLogInIsRefused(String name) {
        assertThatThrownBy(() -> users.add(name, "long enough", Role.VIEWER)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "seven 7",
                "ANNABELL",
                "annabell1",
                "password",
                "password123",
                "qwertyuiop",
                "aaaaaaaaaaaa",
                "12345678",
                "iloveyou1"
            })
    void aWeakPasswordIsRefused(String password) {
        assertThatThrownBy(() -> users.add("annabell", password, Role.VIEWER)).isInstanceOf(Malformed.class);
        assertThat(users.named("annabell")).isEmpty();
    }

    @Test
    void aRoleCanBeGrantedAndIsAskedFor() {
        users.grant("apiuser", Role.VIEWER);
        User user = users.named("apiuser").orElseThrow();
        assertThatCode(() -> user.require(Role.VIEWER)).doesNotThrowAnyException();
        assertThatThrownBy(() -> user.require(Role.EDITOR)).isInstanceOf(Forbidden.class);
        assertThat(Role.named("admin")).contains(Role.ADMIN);
        assertThat(Role.named("king")).isEmpty();
    }

    @Test
    void guessingIsSlowedDown() {
        for (int attempt = 0; attempt < 20; attempt++) {
            refuse("apiuser", "guess " + attempt);
        }
        assertThatThrownBy(() -> users.authenticate("apiuser", "apiuser", HERE))
                .isInstanceOfSatisfying(TooManyAttempts.class, slowed -> assertThat(slowed.retryAfter())
                        .isEqualTo(Duration.ofSeconds(1)));
        clock.pass(Duration.ofSeconds(1));
        refuse("apiuser", "guess again");
        assertThatThrownBy(() -> users.authenticate("apiuser", "apiuser", HERE))
                .isInstanceOfSatisfying(TooManyAttempts.class, slowed -> assertThat(slowed.retryAfter())
                        .isEqualTo(Duration.ofSeconds(2)));
        clock.pass(Duration.ofSeconds(2));
        assertThat(users.authenticate("apiuser", "apiuser", HERE).name()).isEqualTo("apiuser");
    }

    @Test
    void aProgramThatIsLoggedInIsNotHeldUpByOnesThatGuessElsewhere() {
        AccountRules usual = AccountRules.usual(Role.EDITOR);
        AccountRules strict =
                new AccountRules(Role.EDITOR, 3, usual.initialPassword(), usual.houseWords(), usual.key());
        try (Users guessed = Users.open(file.toString(), strict, clock)) {
            guessed.authenticate("apiuser", "apiuser", HERE);
            for (int attempt = 0; attempt < 30; attempt++) {
                String elsewhere = "198.51.100." + attempt;
                assertThatThrownBy(() -> guessed.authenticate("apiuser", "guess", elsewhere))
                        .isInstanceOf(Unauthenticated.class);
            }
            assertThat(guessed.authenticate("apiuser", "apiuser", HERE)).isNotNull();
            assertThat(guessed.authenticate("apiuser", "apiuser", "203.0.113.9"))
                    .isNotNull();
        }
    }

    @Test
    void whoHasToWaitLearnsNothingEvenOfAPasswordThatWasRightJustBefore() {
        users.authenticate("apiuser", "apiuser", HERE);
        for (int attempt = 0; attempt < 20; attempt++) {
            refuse("apiuser", "guess " + attempt);
        }
        for (String password : new String[] {"apiuser", "another guess"}) {
            assertThatThrownBy(() -> users.authenticate("apiuser", password, HERE))
                    .isInstanceOf(TooManyAttempts.class)
                    .hasMessage("too many failed logins");
        }
    }

    @Test
    void whileTheFileIsAwayUsersAreUnavailableAndAfterwardsNot() throws IOException {
        Path elsewhere = Files.move(file, directory.resolve("elsewhere"));
        assertThatThrownBy(() -> users.authenticate("apiuser", "apiuser", HERE))
                .isInstanceOfSatisfying(
                        Unavailable.class, away -> assertThat(away.dependency()).isEqualTo("users"));
        Files.move(elsewhere, file);
        assertThat(users.authenticate("apiuser", "apiuser", HERE).name()).isEqualTo("apiuser");
    }

    @Test
    void aFileThatCannotBeWrittenStillLetsItsUsersIn() {
        try (Users readOnly = Users.open("jdbc:sqlite:file:" + untouched() + "?mode=ro", Role.VIEWER, clock)) {
            User user = readOnly.authenticate("ann", "pässwörd", HERE);
            assertThat(user)
                    .extracting(User::name, User::role, User::mustChangePassword, User::version)
                    .containsExactly("ann", Role.VIEWER, false, 0L);
            LoginTokens tokens = new LoginTokens("a key of many characters", Duration.ofHours(2), clock);
            Authenticator authenticator = new Authenticator(readOnly, tokens, new ApiTokens(readOnly));
            assertThat(authenticator.authenticate(Optional.of("Token " + tokens.issue("ann")), HERE))
                    .isEqualTo(user);
            assertThatThrownBy(() -> readOnly.setPassword("ann", "correct horse"))
                    .isInstanceOf(Unavailable.class);
        }
    }

    private Path untouched() {
        try {
            return LegacyUsers.write(directory.resolve("untouched.sqlite"), "ann", "pässwörd");
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void aNewFileIsMadeWhereThereIsNone() {
        Path fresh = directory.resolve("new/users.sqlite");
        try (Users empty = Users.open(fresh.toString(), Role.EDITOR)) {
            assertThat(empty.all()).isEmpty();
            empty.add("ann", "long enough", Role.ADMIN);
        }
        try (Users again = Users.open("jdbc:sqlite:" + fresh, Role.EDITOR)) {
            assertThat(again.all())
                    .singleElement()
                    .extracting(User::name, User::role, User::mustChangePassword, User::version)
                    .containsExactly("ann", Role.ADMIN, false, 1L);
        }
    }

    private void refuse(String name, String password) {
        assertThatThrownBy(() -> users.authenticate(name, password, HERE)).isInstanceOf(Unauthenticated.class);
    }

    private Object stored(String name) {
        List<Object> hashes =
                users.database().rows(row -> row.getObject(1), "select pw_hash from users where id = ?", name);
        return hashes.get(0);
    }

    @Test
    void theLastAdministratorIsNeitherRemovedNorGivenAnotherRole() {
        users.add("ann", "correct horse", Role.ADMIN);
        assertThatThrownBy(() -> users.remove("ann"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("last admin");
        assertThatThrownBy(() -> users.grant("ann", Role.VIEWER)).isInstanceOf(Conflict.class);
        users.add("bob", "correct horse", Role.ADMIN);
        users.grant("ann", Role.VIEWER);
        assertThat(users.named("ann").map(User::role)).contains(Role.VIEWER);
        assertThatThrownBy(() -> users.remove("bob")).isInstanceOf(Conflict.class);
        users.remove("ann");
        assertThat(users.named("ann")).isEmpty();
    }
}
