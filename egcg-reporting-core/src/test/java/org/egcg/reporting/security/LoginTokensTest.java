package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTokensTest {

    private static final String SECRET = "a_test_key of some length";

    private final TestClock clock = new TestClock();
    private final LoginTokens tokens = new LoginTokens(SECRET, Duration.ofHours(2), clock);

    @Test
    void aTokenOfTheOriginalsLibraryIsAccepted() {
        // P.T.S for "apiuser" at 1549015872 (2019-02-01T10:11:12Z), key a_test_key
        LoginTokens original = new LoginTokens("a_test_key", Duration.ofHours(2), clock);
        assertThat(original.verify("ImFwaXVzZXIiLlhGUWJRQS5IbW5VOUl3QkpldlFtZWRXWENSSnlrMi1uVGc="))
                .contains("apiuser");
        assertThat(original.issue("apiuser")).isEqualTo("ImFwaXVzZXIiLlhGUWJRQS5IbW5VOUl3QkpldlFtZWRXWENSSnlrMi1uVGc=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apiuser", "a.user.with.dots", "é ☃ \"quoted\"", ""})
    void aTokenNamesItsUser(String name) {
        assertThat(tokens.verify(tokens.issue(name))).contains(name);
    }

    @Test
    void aTokenIsGoodForTheTimeoutToTheSecond() {
        String token = tokens.issue("apiuser");
        clock.pass(Duration.ofHours(2).plusMillis(999));
        assertThat(tokens.verify(token)).contains("apiuser");
        clock.pass(Duration.ofMillis(1));
        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void aTokenFromTheFutureIsRefused() {
        clock.pass(Duration.ofSeconds(1));
        String token = tokens.issue("apiuser");
        clock.pass(Duration.ofSeconds(-1));
        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void paddingMayBeMissingAndForeignCharactersAreSkipped() {
        String token = tokens.issue("apiuser12");
        assertThat(token).endsWith("=");
        assertThat(tokens.verify(token.replace("=", ""))).contains("apiuser12");
        assertThat(tokens.verify("-_!" + token.substring(0, 5) + "\n*" + token.substring(5)))
                .contains("apiuser12");
    }

    @Test
    void aTokenOfAnotherSecretIsRefused() {
        assertThat(new LoginTokens("another secret, also long", Duration.ofHours(2), clock)
                        .verify(tokens.issue("apiuser")))
                .isEmpty();
    }

    @Test
    void anyChangeOfATokenIsNoticed() {
        byte[] plain = Base64.getDecoder().decode(tokens.issue("apiuser"));
        for (int index = 0; index < plain.length; index++) {
            byte[] changed = plain.clone();
            changed[index] ^= 1;
            assertThat(tokens.verify(Base64.getEncoder().encodeToString(changed)))
                    .as(new String(changed, StandardCharsets.UTF_8))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "YWJj", "bm90LmEudG9rZW4=", "=", "Li4=", "....", "a"})
    void whatIsNoTokenIsRefused(String token) {
        assertThat(tokens.verify(token)).isEmpty();
    }
}
