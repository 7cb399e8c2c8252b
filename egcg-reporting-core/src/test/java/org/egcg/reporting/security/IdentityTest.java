package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.error.ReportingException.Unauthenticated;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of a removed account serves the next one of its name, whoever removes and adds. */
class IdentityTest {

    private static final String HERE = "192.0.2.1";
    private static final String PASSWORD = "correct horse";

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock();
    private final LoginTokens tokens = new LoginTokens("a key of many characters", Duration.ofHours(2), clock);
    private Path file;
    private Users users;
    private ApiTokens apiTokens;
    private Sessions sessions;
    private Authenticator door;

    @BeforeEach
    void open() {
        file = directory.resolve("users.sqlite");
        users = Users.open(file.toString(), Role.VIEWER, clock);
        apiTokens = new ApiTokens(users, clock);
        sessions = new Sessions(users, Duration.ofHours(2), Duration.ofHours(12), clock);
        door = new Authenticator(users, tokens, apiTokens);
        users.add("zoe", PASSWORD, Role.ADMIN);
        users.add("ann", PASSWORD, Role.ADMIN);
    }

    @AfterEach
    void close() {
        users.close();
    }

    /** What an account was granted. */
    private record Grants(String id, String session, String login, String program) {}

    private Grants granted() {
        User ann = users.authenticate("ann", PASSWORD, HERE);
        return new Grants(
                ann.id(),
                sessions.begin(ann, HERE, "", Optional.empty()).secret(),
                tokens.issue("ann"),
                apiTokens.make(ann, "night", Optional.empty()).token());
    }

    private void isVoid(Grants before) {
        assertThat(sessions.find(before.session())).isEmpty();
        assertThat(users.withId(before.id())).isEmpty();
        for (String token : List.of(before.login(), before.program())) {
            assertThatThrownBy(() -> door.caller(Optional.of("Token " + token), HERE))
                    .isInstanceOf(Unauthenticated.class);
        }
    }

    @Test
    void removedAndAddedInTheSameSecond() {
        Grants before = granted();
        users.remove("ann");
        users.add("ann", PASSWORD, Role.VIEWER);
        isVoid(before);
        assertThat(apiTokens.of(ann())).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(door.authenticate(Optional.of("Token " + tokens.issue("ann")), HERE))
                .isEqualTo(ann());
    }

    @Test
    void removedAndAddedByAnotherProcess() {
        Grants before = granted();
        try (Users other = Users.open(file.toString(), Role.VIEWER, clock)) {
            other.remove("ann");
            other.add("ann", "another horse", Role.ADMIN);
        }
        isVoid(before);
        assertThatThrownBy(() -> users.authenticate("ann", PASSWORD, HERE)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void removedAndAddedByHandWithTheSameHashEvenWhileTheServiceIsStopped() throws SQLException {
        Grants before = granted();
        Object hash = users.database()
                .rows(row -> row.getObject(1), "select pw_hash from users where id = 'ann'")
                .get(0);
        users.close();
        sql("delete from users where id = 'ann'", "insert into users values ('ann', '" + hash + "')");
        open(Users.open(file.toString(), Role.VIEWER, clock));
        assertThat(ann().role()).isEqualTo(Role.VIEWER);
        isVoid(before);
    }

    @Test
    void replacedByHand() throws SQLException {
        Grants before = granted();
        sql("insert or replace into users values ('ann', 'x')");
        isVoid(before);
        assertThat(ann().role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void aPasswordThatIsSetByHandEndsWhatWasGrantedOnTheOneBefore() throws SQLException {
        Grants before = granted();
        sql("update users set pw_hash = '" + Passwords.hash("another horse") + "' where id = 'ann'");
        assertThat(sessions.find(before.session())).isEmpty();
        for (String token : List.of(before.login(), before.program())) {
            assertThatThrownBy(() -> door.caller(Optional.of("Token " + token), HERE))
                    .isInstanceOf(Unauthenticated.class);
        }
        assertThatThrownBy(() -> users.authenticate("ann", PASSWORD, HERE)).isInstanceOf(Unauthenticated.class);
        assertThat(users.authenticate("ann", "another horse", HERE).role()).isEqualTo(Role.ADMIN);
        long version = ann().version();
        assertThat(ann().version()).isEqualTo(version);
    }

    @Test
    void theNextOfTheNameHasNoRememberedLoginAndIsAtHomeNowhere() {
        users.authenticate("ann", PASSWORD, HERE);
        for (int attempt = 0; attempt < 20; attempt++) {
            refuse("guess " + attempt, HERE);
        }
        users.remove("ann");
        users.add("ann", "another horse", Role.VIEWER);
        refuse(PASSWORD, HERE);
        assertThat(users.authenticate("ann", "another horse", HERE).name()).isEqualTo("ann");
    }

    @Test
    void aSecondFactorGoesWithItsAccount() {
        String first = ann().id();
        users.database()
                .change(
                        "insert into second_factors (user_id, secret, confirmed, last_step) values (?, 'x', 1, 0)",
                        first);
        assertThat(ann().secondFactor()).isTrue();
        users.remove("ann");
        users.add("ann", PASSWORD, Role.VIEWER);
        assertThat(ann().secondFactor()).isFalse();
        assertThat(users.database().rows(row -> 1, "select 1 from second_factors"))
                .isEmpty();
    }

    @Test
    void whoKeepsSomethingOfUsersIsToldWhenOneIsRemoved() {
        List<String> gone = new ArrayList<>();
        users.whenRemoved(user -> gone.add(user.id()));
        String id = ann().id();
        users.remove("ann");
        assertThat(gone).containsExactly(id);
    }

    @Test
    void aDecisionHoldsForTheUserThatItWasMadeOn() {
        User seen = ann();
        users.grant("ann", Role.EDITOR);
        assertThatThrownBy(() -> users.remove(seen.id(), seen.version()))
                .isInstanceOf(Conflict.class)
                .hasMessage("user ann was changed meanwhile");
        assertThatThrownBy(() -> users.grant(seen.id(), seen.version(), Role.ADMIN))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> users.resetPassword(seen.id(), seen.version())).isInstanceOf(Conflict.class);
        users.remove("ann");
        users.add("ann", PASSWORD, Role.VIEWER);
        assertThatThrownBy(() -> users.remove(seen.id(), seen.version())).isInstanceOf(NotFound.class);
        assertThat(users.named("ann")).isPresent();
    }

    @Test
    void anAdminsResetOrAnotherRoleEndsTokensOfProgramsToo() {
        for (Runnable change : List.<Runnable>of(
                () -> users.resetPassword(ann().id(), ann().version()),
                () -> users.setPassword("ann", PASSWORD),
                () -> users.grant("ann", Role.VIEWER))) {
            String program = apiTokens.make(ann(), "night", Optional.empty()).token();
            change.run();
            assertThat(apiTokens.find(program)).isEmpty();
        }
    }

    @Test
    void anAdministratorSeesAndRevokesEverybodysTokens() {
        ApiTokens.Made made = apiTokens.make(ann(), "night", Optional.empty(), Scopes.parse("read:samples"));
        assertThat(apiTokens.all()).extracting(ApiToken::user).containsExactly("ann");
        users.add("bob", PASSWORD, Role.EDITOR);
        User bob = users.named("bob").orElseThrow();
        assertThatThrownBy(() -> apiTokens.revokeAny(bob, made.kept().id()))
                .isInstanceOf(org.egcg.reporting.error.ReportingException.Forbidden.class);
        apiTokens.revokeAny(users.named("zoe").orElseThrow(), made.kept().id());
        assertThat(apiTokens.find(made.token())).isEmpty();
    }

    @Test
    void aNewFileIsItsOwnersAloneAndAnOldOneIsClosedToOthers() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Path old = LegacyUsers.write(directory.resolve("old.sqlite"), "ann", "pässwörd");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-r--r--"));
        Users.open(old.toString(), Role.EDITOR).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(old)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void aFileOfTheVersionBeforeGoesOnWithItsRolesAndTokens() throws SQLException {
        Path before = directory.resolve("before.sqlite");
        PreviousUsers.write(before, "ann", PASSWORD, "admin", "egcg_a-token");
        String id;
        try (Users readOnly = Users.open("jdbc:sqlite:file:" + before + "?mode=ro", Role.VIEWER, clock)) {
            User ann = readOnly.authenticate("ann", PASSWORD, HERE);
            assertThat(ann.role()).isEqualTo(Role.ADMIN);
            assertThat(ann.version()).isEqualTo(3);
            assertThat(new ApiTokens(readOnly, clock).all()).isEmpty();
            id = ann.id();
        }
        try (Users opened = Users.open(before.toString(), Role.VIEWER, clock)) {
            assertThat(opened.named("ann"))
                    .get()
                    .extracting(User::id, User::role, User::source)
                    .containsExactly(id, Role.ADMIN, Source.LOCAL);
            Authenticator authenticator = new Authenticator(opened, tokens, new ApiTokens(opened, clock));
            Authenticated caller = authenticator.caller(Optional.of("Token egcg_a-token"), HERE);
            assertThat(caller.user().name()).isEqualTo("ann");
            assertThat(caller.scopes()).isEqualTo(Scopes.ALL);
            assertThat(new ApiTokens(opened, clock).all())
                    .extracting(ApiToken::user)
                    .containsExactly("ann");
        }
    }

    @Test
    void aPasswordGivenByAnotherEndsAfterAWeekAndOpensNoApi() {
        String initial = users.addWithInitialPassword("bob", Role.EDITOR);
        assertThatThrownBy(() -> door.caller(Optional.of("Basic " + base64("bob:" + initial)), HERE))
                .isInstanceOf(org.egcg.reporting.error.ReportingException.NotEntitled.class)
                .hasMessage("this password has to be changed first: log in to the pages");
        assertThatThrownBy(() -> door.caller(Optional.of("Token " + tokens.issue("bob")), HERE))
                .isInstanceOf(org.egcg.reporting.error.ReportingException.NotEntitled.class);
        clock.pass(Duration.ofDays(7));
        assertThat(users.authenticate("bob", initial, HERE).mustChangePassword())
                .isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThatThrownBy(() -> users.authenticate("bob", initial, HERE))
                .isInstanceOf(org.egcg.reporting.error.ReportingException.PasswordExpired.class);
        assertThatThrownBy(() -> users.changePassword("bob", initial, "another horse", HERE))
                .isInstanceOf(org.egcg.reporting.error.ReportingException.PasswordExpired.class);
        assertThatThrownBy(() -> users.authenticate("bob", "wrong", HERE))
                .isNotInstanceOf(org.egcg.reporting.error.ReportingException.PasswordExpired.class);
        assertThat(users.authenticate("bob", users.resetPassword("bob"), HERE)).isNotNull();
    }

    @Test
    void aTokenIsGoodForAYearUnlessItsOwnerSaysOtherwiseAndNeverForEver() {
        ApiToken kept = apiTokens.make(ann(), "night", Optional.empty()).kept();
        assertThat(kept.expires()).contains(clock.instant().plus(Duration.ofDays(365)));
        assertThatThrownBy(() -> apiTokens.make(ann(), "night", Optional.of(Duration.ofDays(731))))
                .isInstanceOf(org.egcg.reporting.error.ReportingException.Malformed.class);
        assertThatThrownBy(() -> apiTokens.make(ann(), "night", Optional.of(Duration.ZERO)))
                .isInstanceOf(org.egcg.reporting.error.ReportingException.Malformed.class);
    }

    private void refuse(String password, String address) {
        assertThatThrownBy(() -> users.authenticate("ann", password, address)).isInstanceOf(Unauthenticated.class);
    }

    private void open(Users reopened) {
        users = reopened;
        apiTokens = new ApiTokens(users, clock);
        sessions = new Sessions(users, Duration.ofHours(2), Duration.ofHours(12), clock);
        door = new Authenticator(users, tokens, apiTokens);
    }

    private User ann() {
        return users.named("ann").orElseThrow();
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String base64(String text) {
        return java.util.Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
