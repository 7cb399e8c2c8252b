package org.egcg.reporting.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest {

    private static final List<String> NONE = List.of();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "reporting.example.org",
                "10.0.0.1:80",
                "[::1]",
                "[fe80::1]:8080",
                "a_b"
            })
    void aHostIsANameOrAnAddress(String host) {
        assertThat(Framing.fault(List.of(host), NONE, NONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a b", "evil@here", "a:b", "a:123456", "<b>", "a,b", "[::1", "a\\b", "ä"})
    void anythingElseIsNone(String host) {
        assertThat(Framing.fault(List.of(host), NONE, NONE)).contains("The request names no host, or several.");
    }

    @Test
    void oneHostOrNone() {
        assertThat(Framing.fault(NONE, NONE, NONE)).as("HTTP/1.0").isEmpty();
        assertThat(Framing.fault(List.of("a", "a"), NONE, NONE)).isPresent();
    }

    @Test
    void aBodyEndsInOneWay() {
        assertThat(Framing.fault(NONE, List.of("5"), NONE)).isEmpty();
        assertThat(Framing.fault(NONE, NONE, List.of("chunked"))).isEmpty();
        assertThat(Framing.fault(NONE, List.of("5", "5"), NONE)).isPresent();
        assertThat(Framing.fault(NONE, List.of("5"), List.of("chunked"))).isPresent();
        assertThat(Framing.fault(NONE, NONE, List.of("chunked", "chunked"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xchunked", "gzip, chunked", "identity", "", "chunked, identity", "\u000bchunked"})
    void aBodyIsChunkedOrNotEncoded(String coding) {
        assertThat(Framing.fault(NONE, NONE, List.of(coding)))
                .contains("The request's body is encoded in a way that is not known here.");
    }
}
