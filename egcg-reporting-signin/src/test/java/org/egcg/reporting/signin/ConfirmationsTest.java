package org.egcg.reporting.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.egcg.reporting.security.ExternalUser;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.RoleMapping;
import org.egcg.reporting.security.Sessions;
import org.egcg.reporting.security.Sessions.Begun;
import org.egcg.reporting.security.Source;
import org.egcg.reporting.security.User;
import org.egcg.reporting.security.Users;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfirmationsTest {

    private static final URI CALLBACK = URI.create("http://localhost:1/login/oidc/callback");
    private static final Duration CONFIRM = Duration.ofMinutes(4);
    private static final RoleMapping ROLES =
            new RoleMapping(Map.of("staff", Role.VIEWER, "admins", Role.ADMIN), Optional.empty());

    @TempDir
    Path files;

    private TestProvider there;
    private OidcProvider provider;
    private Users users;
    private Sessions sessions;
    private Confirmations confirmations;

    /** How much later than now it is. */
    private volatile Duration later = Duration.ZERO;

    @BeforeEach
    void start() throws Exception {
        there = TestProvider.start();
        provider = new OidcProvider(there.settings());
        users = Users.open(files.resolve("users.sqlite").toString(), Role.VIEWER);
        users.vouchedBy(ROLES, Optional.empty());
        sessions = new Sessions(users, Duration.ofHours(2), Duration.ofHours(12));
        InstantSource clock = () -> Instant.now().plus(later);
        confirmations = new Confirmations(users, sessions, Optional.of(provider), CONFIRM, clock);
    }

    @AfterEach
    void stop() {
        users.close();
        there.close();
    }

    private Begun logIn() throws Exception {
        var begun = provider.begin(CALLBACK);
        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(begun.address()).build(), HttpResponse.BodyHandlers.discarding());
        Map<String, List<String>> parameters = new HashMap<>();
        TestProvider.parameters(
                        URI.create(answer.headers().firstValue("Location").orElseThrow())
                                .getRawQuery())
                .forEach((name, value) -> parameters.put(name, List.of(value)));
        Vouched vouched = provider.finish(parameters, begun.remembered(), CALLBACK);
        return sessions.begin(
                users.admit(vouched.user()), "10.0.0.9", "a browser", Optional.of(vouched.refreshToken()));
    }

    private SessionStanding standing(Begun begun, Optional<ExternalUser> byProxy) {
        return sessions.find(begun.secret())
                .map(session -> confirmations.standing(begun.secret(), session, byProxy))
                .orElse(new SessionStanding.Ended(SignInRefusal.OVER));
    }

    private SessionStanding standing(Begun begun) {
        return standing(begun, Optional.empty());
    }

    private static Role role(SessionStanding standing) {
        assertThat(standing).isInstanceOf(SessionStanding.Good.class);
        return ((SessionStanding.Good) standing).user().role();
    }

    @Test
    void theProviderIsNotAskedWithEachRequest() throws Exception {
        Begun ann = logIn();
        later = CONFIRM.minusSeconds(5);
        assertThat(role(standing(ann))).isEqualTo(Role.VIEWER);
        assertThat(there.refreshes).hasValue(0);
    }

    @Test
    void anotherGroupThereIsAnotherRoleHereWithinTheTimeAndTheSessionGoesOn() throws Exception {
        Begun ann = logIn();
        there.groups = List.of("admins");
        later = CONFIRM.plusSeconds(1);
        assertThat(role(standing(ann))).isEqualTo(Role.ADMIN);
        later = Duration.ZERO;
        assertThat(role(standing(ann))).isEqualTo(Role.ADMIN);
        assertThat(there.refreshes).hasValue(1);
    }

    @Test
    void whoIsInNoGroupAnyMoreIsOutWithAllHisSessions() throws Exception {
        Begun one = logIn();
        Begun other = logIn();
        there.groups = List.of();
        later = CONFIRM.plusSeconds(1);
        assertThat(standing(one)).isEqualTo(new SessionStanding.Ended(SignInRefusal.NOT_ADMITTED));
        assertThat(sessions.find(other.secret())).isEmpty();
    }

    @Test
    void whomTheProviderShutsOutIsOutWithAllHisSessions() throws Exception {
        Begun one = logIn();
        Begun other = logIn();
        there.knows = false;
        later = CONFIRM.plusSeconds(1);
        assertThat(standing(one)).isEqualTo(new SessionStanding.Ended(SignInRefusal.CONFIRMED_NO_MORE));
        assertThat(sessions.find(one.secret())).isEmpty();
        assertThat(sessions.find(other.secret())).isEmpty();
    }

    @Test
    void whoseLoginThereHasEndedOverLunchLogsInAgainAndLosesNothingElse() throws Exception {
        Begun one = logIn();
        Begun other = logIn();
        there.knows = false;
        later = CONFIRM.multipliedBy(3);
        assertThat(standing(one)).isEqualTo(new SessionStanding.Ended(SignInRefusal.CONFIRMED_NO_MORE));
        assertThat(sessions.find(one.secret())).isEmpty();
        assertThat(sessions.find(other.secret())).isPresent();
    }

    @Test
    void aProviderThatIsAwayIsWaitedForAndNotForEver() throws Exception {
        Begun ann = logIn();
        there.away();
        later = CONFIRM.plusSeconds(1);
        assertThat(role(standing(ann))).isEqualTo(Role.VIEWER);
        later = CONFIRM.multipliedBy(2).plusSeconds(1);
        assertThat(standing(ann)).isEqualTo(new SessionStanding.Ended(SignInRefusal.AWAY));
        assertThat(sessions.find(ann.secret())).isEmpty();
    }

    /** Refresh tokens are good once here, so that a second question would throw the user out. */
    @Test
    void ofManyRequestsAtOnceOneAsksTheProvider() throws Exception {
        Begun ann = logIn();
        Confirmations strict = new Confirmations(
                users, sessions, Optional.of(provider), Duration.ofSeconds(1), InstantSource.system());
        Thread.sleep(1_100);
        ExecutorService browser = Executors.newFixedThreadPool(8);
        Callable<SessionStanding> request =
                () -> strict.standing(ann.secret(), sessions.find(ann.secret()).orElseThrow(), Optional.empty());
        List<Future<SessionStanding>> answers =
                browser.invokeAll(Stream.generate(() -> request).limit(8).toList());
        for (Future<SessionStanding> answer : answers) {
            assertThat(role(answer.get())).isEqualTo(Role.VIEWER);
        }
        browser.shutdown();
        assertThat(there.refreshes).hasValue(1);
    }

    @Test
    void aLocalSessionAsksNobody() {
        users.add("local", "a quite long local word", Role.EDITOR);
        Begun local = sessions.begin(users.named("local").orElseThrow(), "10.0.0.9", "", Optional.empty());
        later = Duration.ofHours(1);
        assertThat(role(standing(local))).isEqualTo(Role.EDITOR);
        assertThat(there.refreshes).hasValue(0);
    }

    private static ExternalUser byProxy(String name, String... groups) {
        return new ExternalUser(Source.PROXY, name, name, Set.of(groups));
    }

    private Begun proxied(ExternalUser external) {
        User user = users.admit(external);
        return sessions.begin(user, "10.0.0.9", "", Optional.of(Confirmations.state(external)));
    }

    @Test
    void aProxySaysWithEachRequestWhoItIs() {
        Begun ann = proxied(byProxy("ann", "staff"));
        assertThat(role(standing(ann, Optional.of(byProxy("ann", "staff"))))).isEqualTo(Role.VIEWER);
        assertThat(role(standing(ann, Optional.of(byProxy("ann", "admins"))))).isEqualTo(Role.ADMIN);
        assertThat(role(standing(ann, Optional.of(byProxy("ann", "staff"))))).isEqualTo(Role.VIEWER);
        assertThat(standing(ann, Optional.of(byProxy("ann"))))
                .isEqualTo(new SessionStanding.Ended(SignInRefusal.NOT_ADMITTED));
        assertThat(sessions.find(ann.secret())).isEmpty();
    }

    @Test
    void withoutTheProxysWordItsSessionEnds() {
        Begun ann = proxied(byProxy("ann", "staff"));
        assertThat(standing(ann)).isEqualTo(new SessionStanding.Ended(SignInRefusal.CONFIRMED_NO_MORE));
        assertThat(standing(ann, Optional.of(byProxy("ann", "staff"))))
                .isEqualTo(new SessionStanding.Ended(SignInRefusal.OVER));
    }

    @Test
    void whomTheProxyNamesInTheMiddleOfAnothersSessionIsNotHim() {
        Begun ann = proxied(byProxy("ann", "staff"));
        assertThat(standing(ann, Optional.of(byProxy("eve", "admins"))))
                .isEqualTo(new SessionStanding.Ended(SignInRefusal.OVER));
        assertThat(sessions.find(ann.secret())).isEmpty();
    }

    @Test
    void aPersonOfTheDirectoryIsAskedForThere() throws Exception {
        try (TestDirectory people = TestDirectory.start()
                        .person("bob")
                        .group("staff", TestDirectory.dn("bob"))
                        .group("admins");
                LdapDirectory directory = new LdapDirectory(people.settings())) {
            users.vouchedBy(ROLES, Optional.of(directory), Duration.ofMillis(1), Duration.ofHours(24));
            User bob = users.authenticate("bob", TestDirectory.PASSWORD, "10.0.0.9");
            Begun session = sessions.begin(bob, "10.0.0.9", "", Optional.empty());
            assertThat(role(standing(session))).isEqualTo(Role.VIEWER);
            people.set("cn=admins," + TestDirectory.GROUPS, "member", TestDirectory.dn("bob"));
            assertThat(role(standing(session))).isEqualTo(Role.ADMIN);
            assertThat(role(standing(session))).isEqualTo(Role.ADMIN);
            people.away();
            assertThat(role(standing(session))).isEqualTo(Role.ADMIN);
            people.back();
            people.remove(TestDirectory.dn("bob"));
            Thread.sleep(3_100);
            assertThat(standing(session)).isEqualTo(new SessionStanding.Ended(SignInRefusal.CONFIRMED_NO_MORE));
            assertThat(sessions.find(session.secret())).isEmpty();
        }
    }
}
