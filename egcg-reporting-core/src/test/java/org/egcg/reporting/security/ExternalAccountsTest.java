package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.Forbidden;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.Unauthenticated;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalAccountsTest {

    private static final String HERE = "192.0.2.1";

    /** A directory as an institute has it, in memory. */
    private static final class Institute implements Directory {
        private final Map<String, ExternalUser> people = new HashMap<>();
        private boolean away;
        private int asked;

        @Override
        public Source source() {
            return Source.LDAP;
        }

        @Override
        public Optional<ExternalUser> authenticate(String name, String password) {
            return named(name).filter(person -> password.equals("secret of " + person.name()));
        }

        @Override
        public Optional<ExternalUser> named(String name) {
            asked++;
            if (away) {
                throw new Unavailable("directory", "is away", null);
            }
            return Optional.ofNullable(people.get(name.toLowerCase(java.util.Locale.ROOT)));
        }

        private void has(String subject, String name, String... groups) {
            people.put(name, new ExternalUser(Source.LDAP, subject, name, Set.of(groups)));
        }
    }

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock();
    private final Institute institute = new Institute();
    private Users users;
    private ApiTokens apiTokens;
    private Sessions sessions;

    @BeforeEach
    void open() {
        users = Users.open(directory.resolve("users.sqlite").toString(), Role.EDITOR, clock);
        users.add("local", "correct horse", Role.ADMIN);
        users.vouchedBy(
                new RoleMapping(
                        Map.of("seq", Role.EDITOR, "boss", Role.ADMIN, "guests", Role.VIEWER), Optional.empty()),
                Optional.of(institute));
        apiTokens = new ApiTokens(users, clock);
        sessions = new Sessions(users, Duration.ofHours(2), Duration.ofHours(12), clock);
        institute.has("uuid-1", "ann", "seq", "guests");
    }

    @AfterEach
    void close() {
        users.close();
    }

    private User login(String name) {
        return users.authenticate(name, "secret of " + name, HERE);
    }

    @Test
    void somebodyOfTheDirectoryHasTheHighestRoleOfHisGroupsAndOneAccountForEver() {
        User ann = login("ann");
        assertThat(ann).extracting(User::source, User::role).containsExactly(Source.LDAP, Role.EDITOR);
        clock.pass(Duration.ofMinutes(10));
        institute.has("uuid-1", "ann", "boss");
        assertThat(login("ann")).extracting(User::id, User::role).containsExactly(ann.id(), Role.ADMIN);
        assertThat(users.withId(ann.id())).get().extracting(User::role).isEqualTo(Role.ADMIN);
    }

    @Test
    void wrongPasswordsAndNoPasswordAreRefused() {
        for (String password : new String[] {"", "wrong"}) {
            assertThatThrownBy(() -> users.authenticate("ann", password, HERE)).isInstanceOf(Unauthenticated.class);
        }
        assertThat(users.named("ann")).isEmpty();
    }

    @Test
    void whoIsInNoGroupIsNotAdmittedAndLearnsNothingOfIt() {
        institute.has("uuid-2", "eve");
        assertThatThrownBy(() -> login("eve"))
                .isInstanceOf(Unauthenticated.class)
                .hasMessage("unknown user or wrong password");
        ExternalUser eve = new ExternalUser(Source.OIDC, "sub", "eve", Set.of());
        assertThatThrownBy(() -> users.admit(eve)).isInstanceOf(Forbidden.class);
    }

    @Test
    void aLocalAccountIsNeverTakenOverNotEvenInAnotherCase() {
        for (String name : new String[] {"local", "LOCAL"}) {
            ExternalUser other = new ExternalUser(Source.OIDC, "sub", name, Set.of("boss"));
            assertThatThrownBy(() -> users.admit(other)).isInstanceOf(Conflict.class);
        }
        institute.has("uuid-9", "local", "boss");
        assertThatThrownBy(() -> login("local")).isInstanceOf(Unauthenticated.class);
        assertThat(users.authenticate("local", "correct horse", HERE).isLocal()).isTrue();
    }

    @Test
    void anExternalAccountHasNoPasswordHere() {
        User ann = login("ann");
        assertThatThrownBy(() -> users.setPassword("ann", "another horse")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> users.resetPassword(ann.id(), ann.version())).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> users.secondFactor().begin(ann)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> users.authenticate("ann", "", HERE)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void whoIsGoneFromTheDirectoryIsOutWithinFiveMinutesWithSessionsAndTokens() {
        User ann = login("ann");
        String session = sessions.begin(ann, HERE, "", Optional.empty()).secret();
        String token = apiTokens.make(ann, "night", Optional.empty()).token();
        institute.people.clear();
        clock.pass(Duration.ofMinutes(3));
        assertThat(users.confirmed(ann)).isPresent();
        clock.pass(Duration.ofMinutes(2));
        assertThatThrownBy(() -> login("ann")).isInstanceOf(Unauthenticated.class);
        assertThat(users.confirmed(ann)).isEmpty();
        assertThat(users.confirmed(ann)).isEmpty();
        assertThat(sessions.find(session)).isEmpty();
        assertThat(apiTokens.find(token)).isEmpty();
        institute.has("uuid-1", "ann", "guests");
        assertThat(login("ann")).extracting(User::id, User::role).containsExactly(ann.id(), Role.VIEWER);
    }

    @Test
    void aTokenOfSomebodyWhoIsGoneOpensNothing() {
        User ann = login("ann");
        String token = "Token " + apiTokens.make(ann, "night", Optional.empty()).token();
        Authenticator door = new Authenticator(
                users, new LoginTokens("a key of many characters", Duration.ofHours(2), clock), apiTokens);
        assertThat(door.authenticate(Optional.of(token), HERE).name()).isEqualTo("ann");
        institute.people.clear();
        clock.pass(Duration.ofMinutes(5));
        assertThatThrownBy(() -> door.authenticate(Optional.of(token), HERE)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void aRoleThatChangesThereChangesHere() {
        User ann = login("ann");
        institute.has("uuid-1", "ann", "guests");
        clock.pass(Duration.ofMinutes(5));
        assertThat(users.confirmed(ann)).get().extracting(User::role).isEqualTo(Role.VIEWER);
    }

    @Test
    void theNextPersonOfANameHasNothingOfTheFirst() {
        User first = login("ann");
        String token = apiTokens.make(first, "night", Optional.empty()).token();
        institute.has("uuid-7", "ann", "guests");
        clock.pass(Duration.ofMinutes(5));
        User second = login("ann");
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(users.withId(first.id())).isEmpty();
        assertThat(apiTokens.find(token)).isEmpty();
    }

    @Test
    void aPersonWhoIsRenamedKeepsTheAccount() {
        User ann = login("ann");
        String token = apiTokens.make(ann, "night", Optional.empty()).token();
        institute.people.clear();
        institute.has("uuid-1", "anna", "seq");
        clock.pass(Duration.ofMinutes(5));
        assertThat(login("anna")).extracting(User::id, User::name).containsExactly(ann.id(), "anna");
        assertThat(users.named("ann")).isEmpty();
        assertThat(apiTokens.find(token)).get().extracting(ApiToken::user).isEqualTo("anna");
    }

    @Test
    void aDirectoryThatIsAwayLetsLocalUsersInAndCountsNothingAsAFailure() {
        login("ann");
        institute.away = true;
        clock.pass(Duration.ofMinutes(5));
        for (int attempt = 0; attempt < 40; attempt++) {
            assertThatThrownBy(() -> login("ann")).isInstanceOf(Unavailable.class);
        }
        assertThat(users.authenticate("local", "correct horse", HERE).name()).isEqualTo("local");
        institute.away = false;
        assertThat(login("ann").name()).isEqualTo("ann");
    }

    @Test
    void theDirectoryIsSparedOfGuessesAndOfPasswordsThatWereRightJustBefore() {
        login("ann");
        int asked = institute.asked;
        login("ann");
        assertThat(institute.asked).isEqualTo(asked);
        for (int attempt = 0; attempt < 100; attempt++) {
            String guess = "guess " + attempt;
            assertThatThrownBy(() -> users.authenticate("ann", guess, "198.51.100.1"));
        }
        assertThat(institute.asked - asked).isLessThanOrEqualTo(20);
    }

    @Test
    void aProvidersPersonIsKnownByTheSubject() {
        ExternalUser bob = new ExternalUser(Source.OIDC, "sub-1", "bob", Set.of("seq"));
        User account = users.admit(bob);
        assertThat(users.admit(bob)).isEqualTo(account);
        assertThat(users.confirmed(account)).isPresent();
        ExternalUser another = new ExternalUser(Source.OIDC, "sub-2", "bob", Set.of("boss"));
        assertThatThrownBy(() -> users.admit(another)).isInstanceOf(Conflict.class);
        users.suspend(account.id());
        assertThat(users.confirmed(account)).isEmpty();
        assertThat(users.admit(bob).id()).isEqualTo(account.id());
    }
}
