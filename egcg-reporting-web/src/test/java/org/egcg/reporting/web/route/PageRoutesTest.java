package org.egcg.reporting.web.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.egcg.reporting.schema.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageRoutesTest {

    private static final Routes ROUTES = new Routes("/api/0.1", Schemas.packaged(), path -> false);

    private static Route route(String sent, String served) {
        return PathReading.of(sent, served) instanceof RequestPath.Normal address
                ? ROUTES.find(address)
                : new Route.Nowhere();
    }

    private static String parameter(String sent, String served) {
        return PageRoutes.find((RequestPath.Normal) PathReading.of(sent, served))
                .orElseThrow()
                .parameter();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/runs/recent", "/projects", "/projects/", "/species", "/charts/seq/last_month", "/login"})
    void pages(String path) {
        assertThat(route(path, path)).isInstanceOfAny(Route.Page.class, Route.Moved.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ui/find",
                "/ui/views",
                "/ui/review",
                "/ui/automatic",
                "/ui/desk",
                "/ui/changes",
                "/ui/notices",
                "/ui/import",
                "/ui/charts/tat",
                "/ui/charts/seq/last_month"
            })
    void whatScriptsAskFor(String path) {
        assertThat(route(path, path)).isInstanceOf(Route.Script.class);
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
        assertThat(route(path, path)).isEqualTo(new Route.Nowhere());
    }

    @Test
    void anEncodedSlashIsOfANameAndOfNothingElse() {
        assertThat(parameter("/sample/a%2Fb", "/sample/a/b")).isEqualTo("a/b");
        for (String other : new String[] {"/charts/seq%2Flast_month", "/ui/charts/seq%2Flast_month", "/ui%2Ffind"}) {
            assertThat(route(other, other.replace("%2F", "/"))).as(other).isEqualTo(new Route.Nowhere());
            assertThat(route(other, other)).as(other).isEqualTo(new Route.Nowhere());
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
