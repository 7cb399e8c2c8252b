package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.NotEntitled;
import org.egcg.reporting.error.ReportingException.SecondFactorRequired;
import org.egcg.reporting.error.ReportingException.TooManyAttempts;
import org.egcg.reporting.error.ReportingException.Unauthenticated;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondFactorTest {

    private static final String HERE = "192.0.2.1";
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock();
    private Users users;
    private String secret;
    private List<String> recovery;

    @BeforeEach
    void annHasASecondFactor() {
        users = open("the service's key");
        users.add("ann", PASSWORD, Role.EDITOR);
        secret = users.secondFactor().begin(ann()).secret();
        assertThat(ann().secondFactor()).isFalse();
        recovery = users.secondFactor().confirm(ann(), code(0));
        clock.pass(Duration.ofSeconds(30));
    }

    @AfterEach
    void close() {
        users.close();
    }

    private Users open(String key) {
        AccountRules usual = AccountRules.usual(Role.EDITOR);
        return Users.open(
                directory.resolve("users.sqlite").toString(),
                new AccountRules(Role.EDITOR, 20, usual.initialPassword(), List.of("The Lab"), Optional.of(key)),
                clock);
    }

    @Test
    void theCodesAreThoseOfTheStandard() {
        assertThat(Base32.bytes("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"))
                .isEqualTo("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
        assertThat(users.named("ann").orElseThrow().secondFactor()).isTrue();
        users.add("bob", PASSWORD, Role.VIEWER);
        assertThat(users.secondFactor().begin(users.named("bob").orElseThrow()).uri())
                .matches("otpauth://totp/The%20Lab:bob\\?secret=[A-Z2-7]{32}&issuer=The%20Lab.*");
    }

    @Test
    void aPasswordAloneOpensNothingAndACodeDoesOnce() {
        assertThatThrownBy(() -> users.authenticate("ann", PASSWORD, HERE)).isInstanceOf(SecondFactorRequired.class);
        String code = code(0);
        assertThat(users.authenticate("ann", PASSWORD, code, HERE).name()).isEqualTo("ann");
        assertThatThrownBy(() -> users.authenticate("ann", PASSWORD, code, HERE))
                .isInstanceOf(Unauthenticated.class)
                .hasMessage("unknown user or wrong password");
        clock.pass(Duration.ofSeconds(30));
        assertThat(users.authenticate("ann", PASSWORD, code(0), HERE).name()).isEqualTo("ann");
    }

    @Test
    void aWrongPasswordWithARightCodeUsesNothingUp() {
        String code = code(0);
        assertThatThrownBy(() -> users.authenticate("ann", "wrong", code, HERE)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> users.authenticate("ann", "wrong", "", HERE))
                .isNotInstanceOf(SecondFactorRequired.class);
        assertThat(users.authenticate("ann", PASSWORD, code, HERE)).isNotNull();
    }

    @Test
    void aTelephoneMayBeAStepEarlyOrLateAndNoMore() {
        String late = code(-1);
        clock.pass(Duration.ofMinutes(5));
        assertThatThrownBy(() -> users.authenticate("ann", PASSWORD, late, HERE))
                .isInstanceOf(Unauthenticated.class);
        String twoEarly = code(2);
        assertThatThrownBy(() -> users.authenticate("ann", PASSWORD, twoEarly, HERE))
                .isInstanceOf(Unauthenticated.class);
        assertThat(users.authenticate("ann", PASSWORD, code(-1), HERE)).isNotNull();
        assertThat(users.authenticate("ann", PASSWORD, code(1), HERE)).isNotNull();
    }

    @Test
    void aRecoveryCodeServesOnce() {
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("([A-Z2-7]{4}-?){4}"));
        String code = recovery.get(3).toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(users.authenticate("ann", PASSWORD, code, HERE)).isNotNull();
        assertThatThrownBy(() -> users.authenticate("ann", PASSWORD, code, HERE))
                .isInstanceOf(Unauthenticated.class);
        assertThat(users.secondFactor().recoveryCodes(ann().id())).isEqualTo(9);
    }

    @Test
    void whoGuessesCodesFromManyAddressesIsSlowedDownAndTheOwnerAtHomeIsNot() {
        assertThat(users.authenticate("ann", PASSWORD, code(0), HERE)).isNotNull();
        int lookedAt = 0;
        for (int attempt = 0; attempt < 100; attempt++) {
            String address = "198.51.100." + attempt;
            try {
                users.authenticate("ann", PASSWORD, "nocode", address);
            } catch (TooManyAttempts slow) {
                assertThat(slow.retryAfter()).isPositive();
            } catch (Unauthenticated wrong) {
                lookedAt++;
            }
        }
        assertThat(lookedAt).isEqualTo(10);
        clock.pass(Duration.ofSeconds(30));
        assertThat(users.authenticate("ann", PASSWORD, code(0), HERE)).isNotNull();
    }

    @Test
    void theApiAsksForATokenInstead() {
        ApiTokens apiTokens = new ApiTokens(users, clock);
        Authenticator door = new Authenticator(
                users, new LoginTokens("a key of many characters", Duration.ofHours(2), clock), apiTokens);
        assertThatThrownBy(() -> door.caller(Optional.of(basic("ann", PASSWORD)), HERE))
                .isInstanceOf(NotEntitled.class)
                .hasMessageContaining("make a token");
        assertThatThrownBy(() -> door.caller(Optional.of(basic("ann", "wrong")), HERE))
                .isInstanceOf(Unauthenticated.class);
        String token = apiTokens.make(ann(), "night", Optional.empty()).token();
        assertThat(door.caller(Optional.of("Token " + token), HERE).user().name())
                .isEqualTo("ann");
    }

    @Test
    void whatIsKeptIsNeitherTheSecretNorTheCodesAndNoOtherKeyOpensIt() {
        List<String> kept = users.database().rows(row -> row.getString(1), "select secret from second_factors");
        assertThat(kept).singleElement().asString().doesNotContain(secret);
        assertThat(new String(Base64.getUrlDecoder().decode(kept.get(0)), StandardCharsets.ISO_8859_1))
                .doesNotContain(secret);
        assertThat(users.database().rows(row -> row.getString(1), "select digest from recovery_codes"))
                .hasSize(10)
                .noneMatch(digest -> recovery.contains(digest));
        try (Users other = open("another key")) {
            String code = code(0);
            assertThatThrownBy(() -> other.authenticate("ann", PASSWORD, code, HERE))
                    .isInstanceOf(Unauthenticated.class);
            assertThat(other.authenticate("ann", PASSWORD, recovery.get(0), HERE))
                    .isNotNull();
        }
    }

    @Test
    void anotherTelephoneComesOnlyAfterTheFirstIsGone() {
        assertThatThrownBy(() -> users.secondFactor().begin(ann())).isInstanceOf(Conflict.class);
        users.secondFactor().disable(ann().id());
        assertThat(ann().secondFactor()).isFalse();
        assertThat(users.authenticate("ann", PASSWORD, HERE)).isNotNull();
        assertThat(users.secondFactor().recoveryCodes(ann().id())).isZero();
        String later = users.secondFactor().begin(ann()).secret();
        assertThatThrownBy(() -> users.secondFactor().confirm(ann(), code(0))).isInstanceOf(Unauthenticated.class);
        assertThat(later).isNotEqualTo(secret);
    }

    private User ann() {
        return users.named("ann").orElseThrow();
    }

    private String code(int steps) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(Base32.bytes(secret), "HmacSHA1"),
                            clock.instant().plusSeconds(30L * steps));
        } catch (java.security.InvalidKeyException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
