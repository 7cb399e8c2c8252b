package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private final PasswordPolicy policy = new PasswordPolicy(List.of("Institut Pasteur, Paris"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "egcg2026",
                "EGCG2026!",
                "Genomics2026!",
                "G3n0m1cs!2026",
                "Edinburgh1583!",
                "EdinburghGenomics2026",
                "Genomics-Lab-2026!",
                "3gcg2026!!",
                "reporting123!",
                "SequencingLab1",
                "Pasteur1888!",
                "p4r1s-2026-??",
                "annabell2026!",
                "B3ll-2026-b3ll",
                "2026.egcg.2026",
                "password2026!",
                "Summer2026!",
                "qwertyuiop12",
                "123456789012345678901234567890",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void wordsOfTheHouseAndCommonOnesAreNoPasswords(String password) {
        assertThatThrownBy(() -> policy.check("anna bell", password)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "purple lamp river",
                "tiger moon table",
                "correct horse battery",
                "k7Qx2mRz9T",
                "a8f3kd92jx",
                "über große Wälder",
                "雨が降る夜の研究室で",
                "the lab has eleven green doors"
            })
    void aPassphraseOrARandomTextIsOne(String password) {
        assertThatCode(() -> policy.check("annabell", password)).doesNotThrowAnyException();
    }

    @Test
    void tenRandomLettersOrDigitsAreEnough() {
        Random random = new Random(7);
        for (int count = 0; count < 300; count++) {
            StringBuilder password = new StringBuilder();
            for (int index = 0; index < 10; index++) {
                password.append("abcdefghijkmnpqrstuvwxyz23456789".charAt(random.nextInt(32)));
            }
            assertThatCode(() -> policy.check("annabell", password.toString()))
                    .as(password.toString())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void lengthIsWhatIsAskedForAndNothingElse() {
        assertThatThrownBy(() -> policy.check("ann", "k7Qx2mR")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> policy.check("ann", "kx".repeat(129))).isInstanceOf(Malformed.class);
        String passphrase = "seven sheep walk over the stony bridge of the town at noon and come back in the evening";
        assertThatCode(() -> policy.check("ann", passphrase)).doesNotThrowAnyException();
        assertThatCode(() -> policy.check("ann", passphrase.repeat(3).substring(0, 256)))
                .doesNotThrowAnyException();
    }

    static List<String> nasty() {
        return List.of(
                "a".repeat(256),
                "ab".repeat(128),
                "password".repeat(32),
                "p4$$w0rd".repeat(32),
                "4@8({[<69$!1|0578%2".repeat(13),
                "4@83({[<69!1|0$5+7%2".repeat(12),
                "12/12/1999".repeat(25),
                "11121314151617181920".repeat(12),
                "qwertyuiop".repeat(25),
                "é☃".repeat(128),
                "correcthorsebatterystaple".repeat(10),
                "abcabd".repeat(42),
                "1".repeat(255) + "x");
    }

    @ParameterizedTest
    @MethodSource("nasty")
    void theLongestPasswordIsMeasuredInBoundedTime(String password) {
        long start = System.nanoTime();
        try {
            policy.check("ann", password);
        } catch (Malformed weak) {
            assertThat(weak).hasMessageContaining("guessed too quickly");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
}
