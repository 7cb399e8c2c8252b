package org.egcg.reporting.web.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user whose addresses are wrong in every part: by hand, from an older version, or by somebody else's malice. */
class WrongParametersIT {

    private static final int ROUNDS = Integer.getInteger("wrong.rounds", 12);

    private static final List<String> PAGES = List.of(
            "/",
            "/runs/all",
            "/run/260609_E00306_0351_AHG7K2CCX2",
            "/run/none",
            "/samples/all",
            "/samples/toreview",
            "/sample/EG0117P001A01",
            "/sample/%27%22%3C",
            "/projects/",
            "/projects/EG0117",
            "/projects/EG0117,EG0121,x",
            "/project_status/",
            "/project_status/all",
            "/libraries/all",
            "/library/LP2026029",
            "/genotypes/all",
            "/genotype/GEN000047",
            "/species",
            "/species/Homo+sapiens",
            "/species/none",
            "/charts/seq/last_12_months",
            "/charts/tat",
            "/charts/bioinformatics",
            "/search",
            "/review",
            "/api_docs",
            "/tokens",
            "/users",
            "/login",
            "/nowhere",
            "/ui/find",
            "/ui/automatic",
            "/ui/desk",
            "/ui/changes?once=1",
            "/ui/notices",
            "/ui/charts/seq/last_12_months",
            "/ui/charts/tat",
            "/ui/charts/bioinformatics");

    private static final List<String> NAMES = List.of(
            "q",
            "sort",
            "page",
            "n",
            "cols",
            "w",
            "view",
            "f.sample_id",
            "f.run_id",
            "f.nothing",
            "f.",
            "part",
            "export",
            "all",
            "child",
            "open",
            "metric",
            "colour",
            "plot",
            "span",
            "order",
            "by",
            "from",
            "to",
            "stages",
            "day",
            "find",
            "redirect",
            "csrf",
            "kind",
            "id",
            "runs.q",
            "samples.sort",
            "lanes.f.lane",
            "jakarta.faces.ViewState",
            "jakarta.faces.partial.ajax",
            "javax.faces.source",
            "primefaces.ignoreautoupdate",
            "");

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "x",
            "runs",
            "samples",
            "lanes",
            "values",
            "work",
            "history",
            "csv",
            "tsv",
            "xlsx",
            "pdf",
            "text",
            "0",
            "-1",
            "1",
            "2147483647",
            "2147483648",
            "1e999999999",
            "-0",
            "NaN",
            "\u0661\u0662",
            "9".repeat(3000),
            "null",
            "true",
            "\0",
            "%",
            "%zz",
            "%25",
            "a\nb",
            "\uD83D\uDE42",
            "<script>alert(1)</script>",
            "'\"",
            "${1+1}",
            "#{1+1}",
            "../../WEB-INF/web.xml",
            "~",
            "~x",
            "!empty",
            "!outside",
            "<",
            "<=",
            ">=x",
            "1..",
            "..",
            "2..1",
            "2026-01-01..2026-13-45",
            "a|b||c",
            "|",
            "-",
            "-,-,,",
            "-run_id,sample_id,nothing",
            "*run_id,-nothing",
            "run_id:50,x:y,:,run_id:99999",
            "2026-11-28",
            "+999999999-12-31",
            "-999999999-01-01",
            "2026-02-30",
            "pc_q30",
            "sequencer",
            "points",
            "box",
            "week",
            "delivered",
            "[",
            "{",
            "\\",
            "a:",
            "A:1",
            "\"",
            "\"a b");

    private final Visitor user = Visitor.loggedIn("demo").with("Accept", "text/html");

    @Test
    void noAddressMakesThePagesFail() {
        Random random = new Random(15);
        List<String> failures = new ArrayList<>();
        for (String page : PAGES) {
            for (int round = 0; round < ROUNDS; round++) {
                String address = page + "?" + query(random);
                fault(address).ifPresent(failures::add);
            }
        }
        assertThat(failures).isEmpty();
    }

    private static String query(Random random) {
        List<String> pairs = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            pairs.add(encoded(pick(NAMES, random)) + "=" + encoded(pick(VALUES, random)));
        }
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String pick(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private java.util.Optional<String> fault(String address) {
        HttpResponse<String> answer = user.get(address);
        boolean failed = answer.statusCode() >= 500;
        boolean tells = answer.body().contains("Exception") || answer.body().contains("\tat org.");
        return failed || tells
                ? java.util.Optional.of(answer.statusCode() + " " + address)
                : java.util.Optional.empty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/runs/all?child=x&part=runs",
                "/runs/all?child=x",
                "/samples/all?child=x&part=samples",
                "/projects/EG0117?child=x&part=samples",
                "/libraries/all?child=x&part=libraries",
                "/charts/bioinformatics?from=%2B999999999-12-31&to=%2B999999999-12-31",
                "/ui/charts/bioinformatics?from=%2B999999999-12-31&to=%2B999999999-12-31",
                "/charts/bioinformatics?from=-999999999-01-01&to=-999999999-01-02",
                "/runs/all?part=nothing",
                "/runs/all?page=2147483647&n=250"
            })
    void aPageIsShownWithoutWhatMakesNoSense(String address) {
        HttpResponse<String> answer = user.get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reviews?from=nonsense", "/history?from=nonsense"})
    void aQuestionThatIsRefusedIsNoSourceThatIsAway(String address) {
        assertThat(user.get(address).body())
                .contains("From: “nonsense” is not a date", "value=\"nonsense\"", "aria-invalid=\"true\"", ">Show all<")
                .doesNotContain("Try again", "not known for now", "/ui/reviews", "/ui/history");
    }

    @Test
    void aProjectThatNobodyKnowsIsToldAndNotShownAsAnother() {
        assertThat(user.get("/projects/EG0117,NOPE").body())
                .contains("NOPE</code> is no project", "so only EG0117 is shown", "href=\"/projects/EG0117\"")
                .doesNotContain("href=\"/projects/NOPE\"");
        assertThat(user.get("/review?project=NOPE").body())
                .contains("Nothing has been reported of a project NOPE", "NOPE, unknown", ">Show all projects<")
                .doesNotContain("NOPE (0)", "Show all kinds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"export=csv&part=nothing", "export=nothing", "export=csv&part=runs&child=x&view=none"})
    void anExportOfNothingIsRefusedOrEmpty(String query) {
        assertThat(user.get("/runs/all?" + query).statusCode()).isIn(200, 400, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?sort=%zz",
                "%",
                "?f.run_id=%ff&cols=*nothing,-run_id&sort=-nothing&n=7&w=run_id:x",
                "?q=%00&page=99999999999",
                "?view=broken",
                "?f.run_id=>=%zz..&f.nothing=!outside",
                "no query at all",
                "?&&&===&=&a"
            })
    void aBrokenViewIsAViewAllTheSame(String query) {
        Map<String, String> view = Map.of("table", "runs", "name", "broken", "query", query);
        assertThat(save(user, view).statusCode()).isEqualTo(200);
        HttpResponse<String> answer = user.get("/runs/all?view=broken");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("<main", "t-runs").doesNotContain("Exception");
        assertThat(save(user, Map.of("table", "runs", "name", "broken", "remove", "true"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aViewThatCannotBeSavedIsRefusedWithASentence() {
        HttpResponse<String> tooLong = save(user, Map.of("table", "runs", "name", "x".repeat(61), "query", ""));
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.body()).contains("a view's name has 1 to 60 characters");
        assertThat(save(user, Map.of("table", "nothing", "name", "x", "query", ""))
                        .statusCode())
                .isEqualTo(400);
        assertThat(save(Visitor.loggedIn("reader"), Map.of("table", "runs", "name", "x", "query", "", "shared", "true"))
                        .statusCode())
                .isEqualTo(403);
    }

    /** Saves a view as the scripts of a page do. */
    private static HttpResponse<String> save(Visitor visitor, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf", visitor.token("/tokens"));
        return visitor.post("/ui/views", all);
    }
}
