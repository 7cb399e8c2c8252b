package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    private final Seal seal = Seal.of("a signing key", "cookies");

    @Test
    void whatIsSealedIsHiddenAndComesBack() {
        String sealed = seal.seal("state, nonce and verifier ☃");
        assertThat(sealed).matches("[A-Za-z0-9_-]+").doesNotContain("nonce");
        assertThat(seal.open(sealed)).contains("state, nonce and verifier ☃");
        assertThat(seal.seal("twice")).isNotEqualTo(seal.seal("twice"));
    }

    @Test
    void eachChangedSignIsNoticed() {
        String sealed = seal.seal("text");
        for (int i = 0; i < sealed.length() - 1; i++) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(seal.open(sealed.substring(0, i) + other + sealed.substring(i + 1)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AAAA", "no base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatWasNeverGivenOutDoesNotOpen(String invented) {
        assertThat(seal.open(invented)).isEmpty();
    }

    @Test
    void whatWasSealedForOnePurposeOrUnderAnotherKeyIsOfNoUse() {
        String sealed = seal.seal("text");
        assertThat(Seal.of("a signing key", "sessions").open(sealed)).isEmpty();
        assertThat(Seal.of("another key", "cookies").open(sealed)).isEmpty();
    }
}
