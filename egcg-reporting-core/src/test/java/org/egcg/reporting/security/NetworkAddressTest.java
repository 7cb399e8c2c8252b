package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1",
                " 192.0.2.1 ",
                "192.0.2.1:4711",
                "::ffff:192.0.2.1",
                "[::ffff:192.0.2.1]:4711",
                "::FFFF:C000:0201",
                "192.000.002.001",
                "64:ff9b::192.0.2.1"
            })
    void anIpv4AddressIsTheSameHoweverItIsSpelt(String spelling) {
        assertThat(NetworkAddress.network(spelling)).isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001:db8:1:2::1",
                "2001:DB8:1:2:ffff:ffff:ffff:ffff",
                "[2001:db8:1:2::7]:443",
                "2001:0db8:0001:0002::9%eth0",
                "2001:db8:1:2:0:0:192.0.2.1"
            })
    void anIpv6AddressCountsByItsFirst64Bits(String spelling) {
        assertThat(NetworkAddress.network(spelling)).isEqualTo("20010db800010002/64");
    }

    @Test
    void neighboursAreOthers() {
        assertThat(NetworkAddress.network("2001:db8:1:3::1")).isNotEqualTo(NetworkAddress.network("2001:db8:1:2::1"));
        assertThat(NetworkAddress.network("192.0.2.2")).isNotEqualTo(NetworkAddress.network("192.0.2.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "here", "999.1.1.1", "1.2.3", ":::::", "::1::2", "[", "a.example.org", "x:y"})
    void whatIsNoAddressIsItselfAndNobodyIsAskedForIt(String text) {
        assertThat(NetworkAddress.network(text)).isEqualTo(text);
    }

    @Test
    void textsWithoutEndAreCut() {
        assertThat(NetworkAddress.network("x".repeat(1_000_000))).hasSize(64);
        assertThat(NetworkAddress.network(":".repeat(1_000_000))).hasSize(64);
    }
}
