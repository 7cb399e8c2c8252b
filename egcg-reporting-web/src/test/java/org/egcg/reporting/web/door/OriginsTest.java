package org.egcg.reporting.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    private static final String HOST = "reporting.example.org";
    private static final Origins NOBODY = new Origins(List.of(), List.of());
    private static final Origins NAMED = new Origins(List.of("https://lims.example.org"), List.of());
    private static final Origins ALL = new Origins(List.of("*"), List.of());

    @Test
    void aProgramNamesNoOriginAndIsNotMeant() {
        assertThat(NOBODY.isForeign(List.of(), List.of(), HOST)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://reporting.example.org, reporting.example.org",
        "https://reporting.example.org, reporting.example.org",
        "https://Reporting.Example.org, reporting.example.org:443",
        "http://localhost:8080, localhost:8080",
        "http://[::1]:8080, [::1]:8080"
    })
    void aPageOfThisHostIsOurs(String origin, String host) {
        assertThat(NOBODY.isForeign(List.of(origin), List.of(), host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "http://evil.example",
                "https://reporting.example.org.evil.example",
                "https://evil.example/reporting.example.org",
                "https://reporting.example.org:8443",
                "https://reporting.example.org@evil.example",
                "reporting.example.org",
                "//reporting.example.org",
                "javascript:alert(1)",
                "%"
            })
    void anyOtherIsNot(String origin) {
        assertThat(NOBODY.isForeign(List.of(origin), List.of(), HOST)).isTrue();
        assertThat(NAMED.isForeign(List.of(origin), List.of(), HOST)).isTrue();
        assertThat(NOBODY.mayRead(origin)).isFalse();
    }

    @Test
    void oneThatIsNamedIsLetIn() {
        String named = "https://lims.example.org";
        assertThat(NAMED.isForeign(List.of(named), List.of("cross-site"), HOST)).isFalse();
        assertThat(NAMED.mayRead(named)).isTrue();
        assertThat(NAMED.mayRead("http://lims.example.org")).isFalse();
        assertThat(ALL.mayRead("http://anything.example")).isTrue();
    }

    @Test
    void theOriginOfNobodyNeverCounts() {
        for (Origins origins : List.of(NOBODY, NAMED, ALL)) {
            assertThat(origins.mayRead("null")).isFalse();
            assertThat(origins.isForeign(List.of("null"), List.of(), "null")).isTrue();
            assertThat(origins.isForeign(List.of("null"), List.of("same-origin"), HOST))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "", "same-origin, cross-site", "SAME-ORIGIN"})
    void aSiteThatIsNotThisOneIsForeignWithoutAnOriginToo(String site) {
        assertThat(NOBODY.isForeign(List.of(), List.of(site), HOST)).isTrue();
        assertThat(NOBODY.isForeign(List.of("https://" + HOST), List.of(site), HOST))
                .isTrue();
    }

    @Test
    void behindAProxyThatChangesTheHostTheBrowsersWordCounts() {
        assertThat(NOBODY.isForeign(List.of("https://" + HOST), List.of("same-origin"), "backend:8080"))
                .isFalse();
        assertThat(NOBODY.isForeign(List.of("https://" + HOST), List.of(), "backend:8080"))
                .isTrue();
    }

    @Test
    void severalOriginsAreNone() {
        assertThat(NOBODY.isForeign(List.of("https://" + HOST, "http://evil.example"), List.of(), HOST))
                .isTrue();
        assertThat(NAMED.isForeign(List.of("https://lims.example.org", "http://evil.example"), List.of(), HOST))
                .isTrue();
    }
}
