package org.egcg.reporting.web.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.egcg.reporting.web.door.Opening;
import org.egcg.reporting.web.door.RequestPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageRoutesTest {

    private static Optional<Opening> opening(String sent, String served) {
        return RequestPath.of(sent, served) instanceof RequestPath.Normal address
                ? new PageWays().opening(address)
                : Optional.empty();
    }

    private static String parameter(String sent, String served) {
        return PageRoutes.find((RequestPath.Normal) RequestPath.of(sent, served))
                .orElseThrow()
                .parameter();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/runs/recent", "/projects", "/projects/", "/species", "/charts/seq/last_month", "/login"})
    void pages(String path) {
        assertThat(opening(path, path)).contains(Opening.PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ui/find",
                "/ui/views",
                "/ui/review",
                "/ui/automatic",
                "/ui/charts/tat",
                "/ui/charts/seq/last_month"
            })
    void whatScriptsAskFor(String path) {
        assertThat(opening(path, path)).contains(Opening.SCRIPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ui",
                "/ui/",
                "/ui/find/",
                "/ui/find/x",
                "/UI/find",
                "/ui/charts",
                "/ui/charts/",
                "/ui/charts/nothing",
                "/runs",
                "/runs/",
                "/runs/foo",
                "/runs/recent/",
                "/Runs/recent",
                "/species/",
                "/sample",
                "/sample/",
                "/sample/a/b",
                "/login/x",
                "/pages/home.xhtml",
                "/internal-export",
                "/metrics",
                "/users.xhtml",
                "/users/",
                "/sample/+"
            })
    void nothingElseIsThePages(String path) {
        assertThat(opening(path, path)).isEmpty();
    }

    @Test
    void anEncodedSlashIsOfANameAndOfNothingElse() {
        assertThat(parameter("/sample/a%2Fb", "/sample/a/b")).isEqualTo("a/b");
        for (String other : new String[] {"/charts/seq%2Flast_month", "/ui/charts/seq%2Flast_month", "/ui%2Ffind"}) {
            assertThat(opening(other, other.replace("%2F", "/"))).as(other).isEmpty();
            assertThat(opening(other, other)).as(other).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/species/Homo+sapiens, /species/Homo sapiens, Homo sapiens",
        "/sample/%C3%BC, /sample/ü, ü",
        "/projects/EG0117%2CEG0121, '/projects/EG0117,EG0121', 'EG0117,EG0121'"
    })
    void theParameterIsDecodedOnce(String sent, String served, String parameter) {
        assertThat(parameter(sent, served)).isEqualTo(parameter);
    }
}
