package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.egcg.reporting.web.page.HelpTopics.Point;
import org.egcg.reporting.web.page.HelpTopics.Topic;
import org.egcg.reporting.web.route.PageRoute;
import org.egcg.reporting.web.route.PageRoutes;
import org.junit.jupiter.api.Test;

class HelpTopicsTest {

    @Test
    void eachTopicIsAboutPagesThatThereAreAndNoPageIsInTwo() {
        Set<String> pages = PageRoutes.all().stream().map(PageRoute::page).collect(Collectors.toSet());
        List<String> named = HelpTopics.all().stream()
                .flatMap(topic -> topic.pages().stream())
                .toList();
        assertThat(named).doesNotHaveDuplicates().allSatisfy(page -> assertThat(pages)
                .contains(page));
    }

    @Test
    void eachTopicHasAnAddressASentenceAndSomethingToDo() {
        assertThat(HelpTopics.all()).extracting(Topic::word).doesNotHaveDuplicates();
        assertThat(HelpTopics.all()).allSatisfy(topic -> {
            assertThat(topic.word()).matches("[a-z]+");
            assertThat(topic.about()).endsWith(".");
            assertThat(topic.points()).isNotEmpty();
        });
    }

    @Test
    void aPointMayHaveALink() {
        assertThat(Point.of("“+ Filter” adds a condition."))
                .isEqualTo(new Point("“+ Filter” adds a condition.", "", "", ""));
        assertThat(Point.of("It is at [openapi.json]({api}/openapi.json) below."))
                .isEqualTo(new Point("It is at ", "openapi.json", "{api}/openapi.json", " below."));
    }

    @Test
    void theHelpOfAPageIsThatOfItsKind() {
        assertThat(HelpTopics.of("samples")).isEqualTo("/help/lists");
        assertThat(HelpTopics.of("library")).isEqualTo("/help/plates");
        assertThat(HelpTopics.of("no such page")).isEqualTo("/help");
    }
}
