package org.egcg.reporting.web.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

    private static final ClientAddress PROXY = address("127.0.0.1");

    private final Proxies proxies = new Proxies(List.of("127.0.0.1", "10.0.0.0/8", "2001:DB8:0::/32"));

    private static ClientAddress address(String text) {
        return ClientAddress.of(text).orElseThrow();
    }

    private String client(String... headers) {
        return proxies.client(PROXY, List.of(headers)).text();
    }

    @Test
    void theLastHopThatIsNoProxyIsTheClient() {
        assertThat(client("198.51.100.1, 192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(client("198.51.100.1, 192.0.2.7, 10.1.2.3, 2001:db8::5")).isEqualTo("192.0.2.7");
        assertThat(client("10.1.2.3")).isEqualTo("10.1.2.3");
        assertThat(client()).isEqualTo("127.0.0.1");
    }

    @Test
    void severalLinesAreOneList() {
        assertThat(client("198.51.100.1", "192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(client("198.51.100.1", "192.0.2.7, 10.0.0.1", "", " , ")).isEqualTo("192.0.2.7");
    }

    @Test
    void whoIsNoProxyIsNotBelieved() {
        assertThat(proxies.client(address("192.0.2.99"), List.of("198.51.100.1"))
                        .text())
                .isEqualTo("192.0.2.99");
        assertThat(proxies.client(address("11.0.0.1"), List.of("198.51.100.1")).text())
                .isEqualTo("11.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "192.0.2.7:4711 | 192.0.2.7",
                "[2001:DB9::7]:4711 | 2001:db9:0:0:0:0:0:7",
                "[2001:db9::7] | 2001:db9:0:0:0:0:0:7",
                "2001:DB9:0:0::7 | 2001:db9:0:0:0:0:0:7",
                "\"[2001:db9::7]:4711\" | 2001:db9:0:0:0:0:0:7",
                "\"192.0.2.7\" | 192.0.2.7",
                "::ffff:192.0.2.7 | 192.0.2.7",
                "[::FFFF:c000:207]:80 | 192.0.2.7"
            })
    void anAddressHasOneSpelling(String hop, String client) {
        assertThat(client(hop)).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "unknown",
                "_hidden",
                "192.0.2",
                "3221226017",
                "0300.0.2.7",
                "192.0.2.256",
                "1.2.3.4.5",
                "fe80::1%eth0",
                "::g",
                ":::",
                "[192.0.2.7",
                "192.0.2.7; drop"
            })
    void behindWhatIsNoAddressNothingIsBelieved(String hop) {
        assertThat(client("198.51.100.1, " + hop)).isEqualTo("127.0.0.1");
        assertThat(client("198.51.100.1, " + hop + ", 10.0.0.9")).isEqualTo("10.0.0.9");
    }

    @Test
    void aProxyThatIsNoneIsNone() {
        Proxies odd = new Proxies(List.of("proxy.example.com", "10.0.0.0/x", "", "192.0.2.1/999"));
        assertThat(odd.contain(address("192.0.2.1"))).isTrue();
        assertThat(odd.contain(address("10.0.0.1"))).isFalse();
    }

    @Test
    void aHouseholdOfIpv6CountsAsOne() {
        assertThat(ClientAddress.network("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(ClientAddress.network("2001:db8:1:2:ffff::1"))
                .isNotEqualTo(ClientAddress.network("2001:db8:1:3::1"));
        assertThat(ClientAddress.network("192.0.2.7")).isEqualTo("192.0.2.7");
    }
}
