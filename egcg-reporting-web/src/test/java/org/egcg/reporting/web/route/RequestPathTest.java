package org.egcg.reporting.web.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths as Payara hands them on (as sent) and as WildFly does (decoded), beside the path by which each has served them. */
class RequestPathTest {

    private static RequestPath.Normal normal(String sent, String served) {
        return (RequestPath.Normal) PathReading.of(sent, served);
    }

    private static String fault(String sent, String served) {
        return PathReading.of(sent, served) instanceof RequestPath.Odd odd ? odd.why() : "";
    }

    @Test
    void aPlainPathIsItsParts() {
        assertThat(normal("/runs/recent", "/runs/recent").segments()).containsExactly("runs", "recent");
        assertThat(normal("/", "/").segments()).containsExactly("");
        assertThat(normal("/projects/", "/projects/").segments()).containsExactly("projects", "");
        assertThat(normal("/charts/seq/last_month", "/charts/seq/last_month").rest())
                .contains("seq/last_month");
        assertThat(normal("/species", "/species").rest()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/species/Homo+sapiens, /species/Homo sapiens, Homo sapiens",
        "/species/Homo+sapiens, /species/Homo+sapiens, Homo sapiens",
        "/species/Homo%20sapiens, /species/Homo sapiens, Homo sapiens",
        "/species/Homo sapiens, /species/Homo sapiens, Homo sapiens",
        "/sample/a%3Ab, /sample/a:b, a:b",
        "/sample/%C3%BC, /sample/ü, ü",
        "/sample/Ã¼, /sample/ü, ü",
        "/sample/ü, /sample/ü, ü",
        "/sample/50%25, /sample/50%, 50%",
        "/sample/%F0%9F%99%82, /sample/🙂, 🙂",
        "/sample/..., /sample/..., ..."
    })
    void aNameMayBeAnyText(String sent, String served, String name) {
        assertThat(normal(sent, served).rest()).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"/sample/a%2Fb, /sample/a/b", "/sample/a%2fb, /sample/a/b", "/sample/a%2Fb, /sample/a%2Fb"})
    void aSlashInTheLastNameIsOfTheName(String sent, String served) {
        RequestPath.Normal address = normal(sent, served);
        assertThat(address.segments()).containsExactly("sample", "a/b");
        assertThat(address.plain()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/assets/../ui/find, /ui/find",
        "/assets/%2e%2e/ui/find, /ui/find",
        "/assets/.%2E/ui/find, /ui/find",
        "/assets/../ui/find, /assets/../ui/find",
        "/./ui/find, /ui/find",
        "/ui/find/., /ui/find/",
        "/ui/find/.., /ui/",
        "/.., /",
        "/sample/..%2F..%2Fui%2Ffind, /ui/find",
        "/sample/..%2Fui, /sample/..%2Fui"
    })
    void dotsAlone(String sent, String served) {
        assertThat(fault(sent, served)).isEqualTo("has parts that are only dots");
    }

    @ParameterizedTest
    @CsvSource({
        "/assets/%252e%252e/ui, /assets/%2e%2e/ui",
        "/assets/%2e%2e/ui, /assets/%2e%2e/ui",
        "/sample/a%252Fb, /sample/a%2Fb",
        "/sample/a%255Cb, /sample/a%5Cb",
        "/sample/%2541, /sample/%41"
    })
    void whatIsEncodedTwice(String sent, String served) {
        assertThat(fault(sent, served)).matches("is encoded twice|has an encoded slash");
    }

    @ParameterizedTest
    @CsvSource({
        "/ui;x/find, /ui",
        "/ui;x/find, /ui/find",
        "/login;jsessionid=1, /login",
        "/assets/..;/ui/find, /ui/find",
        "/sample/a%3Bb, /sample/a",
        "/sample/a;b, /sample/a;b"
    })
    void parameters(String sent, String served) {
        assertThat(fault(sent, served)).isEqualTo("has parameters");
    }

    @ParameterizedTest
    @CsvSource({
        "/ui%2Ffind, /ui/find",
        "/ui%2Ffind, /ui%2Ffind",
        "/a%2Fb/c, /a/b/c",
        "/sample/%2Fx, /sample//x",
        "/sample/x%2F, /sample/x/"
    })
    void aSlashThatWouldMakeAnotherPath(String sent, String served) {
        assertThat(fault(sent, served)).isEqualTo("has an encoded slash");
    }

    @ParameterizedTest
    @CsvSource({
        "//ui/find, /ui/find",
        "/ui//find, /ui/find",
        "/ui/find//, /ui/find/",
        "//, /",
        "//evil.example/x, /evil.example/x"
    })
    void anEmptyPart(String sent, String served) {
        assertThat(fault(sent, served)).isEqualTo("has an empty part");
    }

    @Test
    void characters() {
        for (String odd : List.of("%5C", "\\", "%5c..%5c", "\uFFFD")) {
            assertThat(fault("/sample/" + odd, "/sample/" + odd)).as(odd).isNotEmpty();
        }
        assertThat(fault("/sample/%5C", "/sample/\\")).isEqualTo("has a character that stands in no address");
        IntStream.concat(IntStream.range(0, 0x20), IntStream.range(0x7f, 0xa0)).forEach(control -> {
            String text = String.valueOf((char) control);
            String encoded = control < 0x80 ? "%%%02X".formatted(control) : "%%C2%%%02X".formatted(control);
            assertThat(fault("/a" + encoded, "/a" + text)).as(encoded).isEqualTo("has a control character");
            assertThat(fault("/a" + text, "/a" + text)).as("decoded " + encoded).isEqualTo("has a control character");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%c0%ae", "%e0%80%ae", "%C0%AF", "%ff", "%ED%A0%80", "%F8%88%80%80%80", "%C3", "%f0%80%80%af"})
    void whatIsNoUtf8(String bytes) {
        assertThat(fault("/a" + bytes, "/a.")).isEqualTo("is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%", "/a%2", "/a%zz", "/a%u0041", "/a%+1", "/a%%41"})
    void aPercentSignThatEncodesNothing(String sent) {
        assertThat(fault(sent, "/a")).isEqualTo("has a percent sign that encodes nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "", "ui/find", "http://evil.example/ui/find", "evil.example:80", "?x"})
    void whatIsNoPath(String sent) {
        assertThat(fault(sent, sent)).isEqualTo("is no path");
    }

    @Test
    void aFragment() {
        assertThat(fault("/ui/find#x", "/ui/find#x")).isEqualTo("has a fragment");
    }

    @ParameterizedTest
    @CsvSource({"/assets/app.css, /ui/find", "/a%62c, /abd", "/login, /", "/a%09b, /ab"})
    void whateverTheServerReadsOtherwise(String sent, String served) {
        assertThat(PathReading.of(sent, served)).isInstanceOf(RequestPath.Odd.class);
    }
}
