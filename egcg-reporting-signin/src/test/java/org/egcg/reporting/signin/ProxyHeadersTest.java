package org.egcg.reporting.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.config.SignInSettings;
import org.egcg.reporting.security.ExternalUser;
import org.egcg.reporting.security.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyHeadersTest {

    private final ProxyHeaders headers = new ProxyHeaders(
            new SignInSettings.Header("X-User", Optional.of("X-Groups"), ","), List.of("10.0.0.1", "0:0:0:0:0:0:0:1"));

    private Optional<ExternalUser> from(String peer, Map<String, List<String>> sent) {
        return headers.user(peer, name -> sent.getOrDefault(name, List.of()));
    }

    @Test
    void aKnownProxyIsBelieved() {
        assertThat(from("10.0.0.1", Map.of("X-User", List.of("ann"), "X-Groups", List.of("Lab Staff, admins,,"))))
                .contains(new ExternalUser(Source.PROXY, "ann", "ann", Set.of("lab staff", "admins")));
        assertThat(from("::1", Map.of("X-User", List.of("ann")))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.2", "127.0.0.1", "::2", "", "10.0.0.1, 10.0.0.2", "localhost"})
    void nobodyElseIs(String peer) {
        assertThat(from(peer, Map.of("X-User", List.of("ann")))).isEmpty();
    }

    @Test
    void withoutTheHeaderThereIsNobody() {
        assertThat(from("10.0.0.1", Map.of("X-Groups", List.of("admins")))).isEmpty();
    }

    @Test
    void aHeaderThatStandsThereTwiceIsBelievedOfNobody() {
        assertThat(from("10.0.0.1", Map.of("X-User", List.of("eve", "ann")))).isEmpty();
        assertThat(from("10.0.0.1", Map.of("X-User", List.of("ann"), "X-Groups", List.of("admins", "staff"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " ann", "ann\tadmin", "a:b", "ann\u0000"})
    void whatIsNoNameIsNobody(String name) {
        assertThat(from("10.0.0.1", Map.of("X-User", List.of(name)))).isEmpty();
    }

    @Test
    void namesAreReadAsUtf8() {
        String wire = new String("Zoë".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(from("10.0.0.1", Map.of("X-User", List.of(wire)))
                        .orElseThrow()
                        .name())
                .isEqualTo("Zoë");
        assertThat(from("10.0.0.1", Map.of("X-User", List.of("Zo\u00eb")))).isEmpty();
    }

    @Test
    void aNameThatLooksLikeAnotherIsNone() {
        String wire = new String("ann\u200b".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(from("10.0.0.1", Map.of("X-User", List.of(wire)))).isEmpty();
    }

    @Test
    void groupsWithCommasNeedAnotherSeparator() {
        ProxyHeaders other = new ProxyHeaders(
                new SignInSettings.Header("X-User", Optional.of("X-Groups"), "|"), List.of("10.0.0.1"));
        Map<String, List<String>> sent = Map.of("X-User", List.of("ann"), "X-Groups", List.of("cn=A, dc=b|cn=C,dc=d"));
        assertThat(other.user("10.0.0.1", name -> sent.getOrDefault(name, List.of()))
                        .orElseThrow()
                        .groups())
                .isEqualTo(Set.of("cn=a,dc=b", "cn=c,dc=d"));
    }
}
