package org.egcg.reporting.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.egcg.reporting.query.WhereText;
import org.egcg.reporting.web.rest.Links.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {

    private static Map<String, String> hrefs(String query, long total) {
        Map<String, String> hrefs = new LinkedHashMap<>();
        new Links("samples", RequestArguments.parse(query))
                .ofList(total)
                .forEach((name, link) -> hrefs.put(name, link.href()));
        return hrefs;
    }

    @Test
    void theLastPageHasNoNextOne() {
        assertThat(hrefs(
                        "max_results=2&page=2&where=%7B%22project_id%22%3A+%22proj_1%22%7D&sort=sample_id"
                                + "&projection=%7B%22sample_id%22%3A+1%7D",
                        4))
                .containsExactly(
                        Map.entry("parent", "/"),
                        Map.entry(
                                "self",
                                "samples?max_results=2&where={\"project_id\": \"proj_1\"}&sort=sample_id&page=2"),
                        Map.entry(
                                "prev",
                                "samples?max_results=2&where={\"project_id\": \"proj_1\"}&sort=sample_id"
                                        + "&projection={\"sample_id\": 1}"));
    }

    @Test
    void theNextPageIsShownAsThisOneIs() {
        assertThat(hrefs("max_results=1&projection=%7B%22a%22%3A0%7D&embedded=%7B%22stages%22%3A1%7D", 2))
                .containsEntry("self", "samples?max_results=1")
                .containsEntry("next", "samples?max_results=1&page=2&projection={\"a\":0}&embedded={\"stages\":1}");
        assertThat(hrefs("projection=%7B%22a%22%3A0%7D&page=2", 9))
                .containsEntry("prev", "samples?projection={\"a\":0}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": \"x&y#z%41+1=2?\"} | {\"a\": \"x\\u0026y\\u0023z\\u002541\\u002b1\\u003d2\\u003f\"}",
                "{\"a\": \"say \\\"&\\\" 'b&'\"} | {\"a\": \"say \\\"\\u0026\\\" 'b\\u0026'\"}",
                "{\"a\": 1e+5} | {\"a\": 1e5}",
                "{\"a/b\": \"blank and ä, {}[]:<>\"} | {\"a/b\": \"blank and ä, {}[]:<>\"}",
                "a >= +5 and b == 'x&\"y' | a >= 5 and b == 'x\\u0026\"y'"
            })
    void whatWouldEndAnArgumentIsSpeltSoThatItMeansTheSame(String where, String link) {
        String href = hrefs("where=" + URLEncoder.encode(where, StandardCharsets.UTF_8), 1)
                .get("self");
        assertThat(href).isEqualTo("samples?where=" + link);
        assertThat(WhereText.parse(href.substring("samples?where=".length())).filter())
                .isEqualTo(WhereText.parse(where).filter());
    }

    @Test
    void nextAndLastAreOfferedWhileThereIsMore() {
        assertThat(hrefs("max_results=5&page=2", 12))
                .containsEntry("next", "samples?max_results=5&page=3")
                .containsEntry("last", "samples?max_results=5&page=3")
                .containsEntry("prev", "samples?max_results=5");
        assertThat(hrefs("max_results=12", 12)).doesNotContainKeys("next", "last", "prev");
        assertThat(hrefs("", 26)).containsEntry("next", "samples?page=2").containsEntry("self", "samples");
    }

    @Test
    void anEmptyListOffersItselfWithoutArguments() {
        assertThat(hrefs("page=2&where=x", 0))
                .containsEntry("self", "samples")
                .containsEntry("prev", "samples?where=x");
    }

    @Test
    void argumentsThatMeanNothingAreRepeated() {
        assertThat(hrefs("pretty=&foo=b%26r&embedded=%7B%7D&version=all&max_results=25&foo=2", 1))
                .containsEntry("self", "samples?pretty=&foo=b%26r&foo=2&version=all");
    }

    @Test
    void aPageOfAReportIsNamedByPageAndSizeTogether() {
        Map<String, String> hrefs = new LinkedHashMap<>();
        new Links("aggregate/all_runs", RequestArguments.parse("page=2&max_results=25&match=%7B%7D&sort=-pc_q30"))
                .ofReport(2, 25, 60)
                .forEach((name, link) -> hrefs.put(name, link.href()));
        assertThat(hrefs)
                .containsEntry("self", "aggregate/all_runs?max_results=25&page=2&sort=-pc_q30&match={}")
                .containsEntry("next", "aggregate/all_runs?max_results=25&page=3&sort=-pc_q30&match={}")
                .containsEntry("last", "aggregate/all_runs?max_results=25&page=3&sort=-pc_q30&match={}")
                .containsEntry("prev", "aggregate/all_runs?max_results=25&page=1&sort=-pc_q30&match={}")
                .containsEntry("parent", "/");
    }

    @Test
    void anEnormousPageHasOneBeforeIt() {
        assertThat(hrefs("page=99999999999999999999", 3))
                .containsEntry("prev", "samples?page=9223372036854775806")
                .doesNotContainKey("next");
    }

    @Test
    void aDocumentOffersItsCollection() {
        Link self = new Link("sample", "samples/sample_1");
        assertThat(new Links("samples", RequestArguments.parse("")).ofItem(self))
                .containsExactly(
                        Map.entry("parent", new Link("home", "/")),
                        Map.entry("self", self),
                        Map.entry("collection", new Link("samples", "samples")));
    }
}
