package org.egcg.reporting.web.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.servlet.annotation.WebServlet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.egcg.reporting.schema.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    private static Route find(String prefix, String path) {
        return new Routes(prefix, Schemas.packaged(), "/assets/app.js"::equals)
                .find((RequestPath.Normal) PathReading.of(path, path));
    }

    @ParameterizedTest
    @CsvSource({
        "/assets/app.js, Open",
        "/assets/other.js, Nowhere",
        "/status/live, Open",
        "/logo, Open",
        "/api/0.1, Api",
        "/api/0.1/runs, Api",
        "/api/0.1/nothing, Api",
        "/api/0.10/runs, Nowhere",
        "/ui/find, Script",
        "/ui/charts/tat, Script",
        "/runs/recent, Page",
        "/projects, Moved",
        "/nothing, Nowhere"
    })
    void eachAddressIsOfOneKind(String path, String kind) {
        assertThat(find("/api/0.1", path).getClass().getSimpleName()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/0.1/samples/s1, s1",
        "/api/0.1/samples/s1/, s1",
        "/api/0.1/samples/a%2Fb, a/b",
        "/api/0.1/samples/0123456789abcdef01234567, 0123456789abcdef01234567"
    })
    void aDocumentIsFoundByItsIdWhateverItIs(String path, String id) {
        assertThat(((Route.Api) find("/api/0.1", path)).path())
                .hasValueSatisfying(
                        route -> assertThat(((ApiRoute.Item) route).id()).isEqualTo(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/0.1/runs/r1", "/api/0.1/samples/a/b", "/api/0.1/nothing/x", "/api/0.1/samples/a/b/"})
    void whatNamesNoDocumentLeadsNowhere(String path) {
        assertThat(((Route.Api) find("/api/0.1", path)).path()).isEmpty();
    }

    @Test
    void anApiWithoutPrefixLeavesThePagesTheirAddresses() {
        assertThat(find("", "/")).isInstanceOf(Route.Page.class);
        assertThat(find("", "/runs/recent")).isInstanceOf(Route.Page.class);
        assertThat(find("", "/runs")).isInstanceOf(Route.Api.class);
        assertThat(find("", "/openapi.json")).isInstanceOf(Route.Api.class);
        assertThat(find("", "/species/human")).isInstanceOf(Route.Page.class);
    }

    @Test
    void aChartsScriptKnowsThePageThatItDraws() {
        Route.Script chart = (Route.Script) find("/api/0.1", "/ui/charts/seq/last_month");
        assertThat(chart.chart()).map(page -> page.pattern().page()).contains("sequencing");
    }

    @Test
    void everyServletIsReachedByARouteOrFromInsideAlone() {
        List<String> paths = new ClassFileImporter()
                .importPath(Path.of("target/classes")).stream()
                        .filter(type -> type.isAnnotatedWith(WebServlet.class))
                        .map(JavaClass::reflect)
                        .flatMap(type ->
                                Stream.of(type.getAnnotation(WebServlet.class).value()))
                        .toList();
        assertThat(paths).hasSizeGreaterThan(8).allSatisfy(path -> assertThat(path.startsWith("/internal-")
                        || !(find("/api/0.1", path.replace("/*", example(path))) instanceof Route.Nowhere))
                .as(path)
                .isTrue());
    }

    /** An address that a pattern of a servlet stands for. */
    private static String example(String pattern) {
        return switch (pattern) {
            case "/assets/*" -> "/app.js";
            case "/ui/charts/*" -> "/tat";
            case "/ui/instruments/*" -> "/E00306";
            case "/status/*" -> "/live";
            default -> "";
        };
    }

    @Test
    void everyPageHasAView() {
        assertThat(PageRoutes.all())
                .allMatch(page -> Files.exists(Path.of("src/main/webapp/pages", page.page() + ".xhtml")));
    }
}
