package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.web.route.PageRoute;
import org.egcg.reporting.web.route.PageRoutes;
import org.egcg.reporting.web.route.PathReading;
import org.egcg.reporting.web.route.RequestPath;
import org.egcg.reporting.web.route.Route;
import org.egcg.reporting.web.route.Routes;
import org.junit.jupiter.api.Test;

/** The menus, and the addresses that the browser tests go through, held against the routes. */
class MenusTest {

    private static final Routes ROUTES = new Routes("/api/0.1", Schemas.packaged(), path -> false);

    private static Route route(String address) {
        String path = address.replaceFirst("\\?.*", "");
        return PathReading.of(path, path) instanceof RequestPath.Normal normal
                ? ROUTES.find(normal)
                : new Route.Nowhere();
    }

    @Test
    void everyEntryLeadsToAPage() {
        List<String> hrefs = new Menus()
                .all().stream()
                        .flatMap(menu -> Stream.concat(
                                Stream.of(menu.href()), menu.entries().stream().map(Link::href)))
                        .filter(href -> !href.isEmpty())
                        .toList();
        assertThat(hrefs).hasSizeGreaterThan(20).allSatisfy(href -> assertThat(route(href))
                .isInstanceOfAny(Route.Page.class, Route.Moved.class));
    }

    @Test
    void theBrowserTestsGoThroughEveryPage() {
        Set<PageRoute> visited = Stream.of(AllPages.inside(), AllPages.outside(), AllPages.secret())
                .flatMap(List::stream)
                .map(MenusTest::route)
                .filter(Route.Page.class::isInstance)
                .map(page -> ((Route.Page) page).pattern())
                .collect(Collectors.toSet());
        assertThat(visited).containsExactlyInAnyOrderElementsOf(PageRoutes.all());
    }

    @Test
    void theBrowserTestsGoThroughEveryWordThatAPatternNames() {
        Set<String> visited = Stream.of(AllPages.inside(), AllPages.outside())
                .flatMap(List::stream)
                .map(MenusTest::route)
                .filter(Route.Page.class::isInstance)
                .map(page -> ((Route.Page) page).pattern().page() + " " + ((Route.Page) page).parameter())
                .collect(Collectors.toSet());
        assertThat(PageRoutes.all()).allSatisfy(pattern -> assertThat(visited)
                .containsAll(
                        pattern.rest() instanceof PageRoute.OneOf words
                                ? words.words().stream()
                                        .map(word -> pattern.page() + " " + word)
                                        .toList()
                                : List.of()));
    }
}
