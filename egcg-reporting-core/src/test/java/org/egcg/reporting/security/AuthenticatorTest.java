package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.error.ReportingException.Unauthenticated;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticatorTest {

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock();
    private final LoginTokens tokens = new LoginTokens("a key of many characters", Duration.ofHours(2), clock);
    private Users users;
    private ApiTokens apiTokens;
    private Authenticator authenticator;

    @BeforeEach
    void open() throws SQLException {
        Path file = LegacyUsers.write(directory.resolve("users.sqlite"), "apiuser", "api:user");
        users = Users.open(file.toString(), Role.EDITOR, clock);
        apiTokens = new ApiTokens(users, clock);
        authenticator = new Authenticator(users, tokens, apiTokens);
    }

    @AfterEach
    void close() {
        users.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "basic", "BASIC"})
    void userAndPasswordAreSeparatedByTheFirstColon(String scheme) {
        assertThat(who(scheme + " " + base64("apiuser:api:user")).name()).isEqualTo("apiuser");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token", "token", "TOKEN"})
    void aLoginTokenIsAccepted(String scheme) {
        assertThat(who(scheme + " " + tokens.issue("apiuser")).name()).isEqualTo("apiuser");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic",
                "Token",
                "Basic !!!",
                "Basic YXBpdXNlcg==",
                "Basic YXBpdXNlcjp3cm9uZw==",
                "Basic /////w==",
                "Bearer abc",
                "Digest username=\"apiuser\"",
                "Token a b",
                "Token  a",
                "Token é",
                "Token YWJj",
                "Token egcg_nothing"
            })
    void anythingElseIsNobody(String header) {
        assertThatThrownBy(() -> who(header)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void noHeaderIsNobody() {
        assertThatThrownBy(() -> authenticator.authenticate(Optional.empty(), "here"))
                .isInstanceOf(Unauthenticated.class);
    }

    @Test
    void aTokenEndsWithItsUser() {
        String token = "Token " + tokens.issue("apiuser");
        users.remove("apiuser");
        assertThatThrownBy(() -> who(token)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void aChangedPasswordEndsTheLoginTokensOfBeforeButNotThoseOfPrograms() {
        String before = "Token " + tokens.issue("apiuser");
        User user = users.named("apiuser").orElseThrow();
        String program =
                "Token " + apiTokens.make(user, "night", Optional.empty()).token();
        clock.pass(Duration.ofSeconds(1));
        users.changePassword("apiuser", "api:user", "another horse", "here");
        assertThatThrownBy(() -> who(before)).isInstanceOf(Unauthenticated.class);
        assertThat(who("Token " + tokens.issue("apiuser")).name()).isEqualTo("apiuser");
        assertThat(who(program).name()).isEqualTo("apiuser");
    }

    @Test
    void aTokenForAProgramIsGoodUntilItIsRevoked() {
        User user = who("Token " + tokens.issue("apiuser"));
        ApiTokens.Made made = apiTokens.make(user, "night crawler", Optional.empty());
        String header = "Token " + made.token();
        clock.pass(Duration.ofDays(300));
        assertThat(who(header).name()).isEqualTo("apiuser");
        assertThat(apiTokens.of(users.named("apiuser").orElseThrow()))
                .singleElement()
                .satisfies(token -> assertThat(token.name()).isEqualTo("night crawler"))
                .satisfies(token -> assertThat(token.lastUsed()).contains(clock.instant()));
        apiTokens.revoke(user, made.kept().id());
        assertThatThrownBy(() -> who(header)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> apiTokens.revoke(user, made.kept().id())).isInstanceOf(NotFound.class);
    }

    @Test
    void aTokenForAProgramMayEndByItself() {
        User user = users.named("apiuser").orElseThrow();
        String header = "Token "
                + apiTokens.make(user, "short", Optional.of(Duration.ofDays(1))).token();
        assertThat(who(header)).isEqualTo(user);
        clock.pass(Duration.ofDays(1));
        assertThatThrownBy(() -> who(header)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void nobodyRevokesATokenOfSomebodyElse() {
        users.add("ann", "correct horse", Role.ADMIN);
        User user = users.named("apiuser").orElseThrow();
        ApiTokens.Made made = apiTokens.make(user, "mine", Optional.empty());
        assertThatThrownBy(() -> apiTokens.revoke(
                        users.named("ann").orElseThrow(), made.kept().id()))
                .isInstanceOf(NotFound.class);
        assertThat(who("Token " + made.token())).isEqualTo(user);
    }

    @Test
    void whatIsKeptOfATokenIsNotTheToken() {
        ApiTokens.Made made = apiTokens.make(users.named("apiuser").orElseThrow(), "mine", Optional.empty());
        assertThat(users.database().rows(row -> row.getString(1), "select digest from api_tokens"))
                .singleElement()
                .asString()
                .hasSize(64)
                .doesNotContain(made.token());
        assertThat(made.toString()).doesNotContain(made.token());
    }

    private User who(String header) {
        return authenticator.authenticate(Optional.of(header), "here");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
