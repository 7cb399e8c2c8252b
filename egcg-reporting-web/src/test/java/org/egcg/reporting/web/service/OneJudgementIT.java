package org.egcg.reporting.web.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.schema.Schemas;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One lane has one verdict, for the same reasons, wherever it is looked at. */
class OneJudgementIT {

    private static final int LANES = 1000;
    private static final Pattern TILE = Pattern.compile(
            "<a class=\"lane[^\"]*\"[^>]*data-verdict=\"([^\"]*)\"(?: data-reasons=\"([^\"]*)\")?.*?<b>Lane (\\d+)</b>(.*?)</a>",
            Pattern.DOTALL);

    private static final Service SERVICE = RunningService.get().service();
    private static final PageVisitor VISITOR = new PageVisitor(SERVICE.root());
    private static Facility facility;

    /** What is said of a lane. */
    private record Said(String verdict, String reasons) {}

    @BeforeAll
    static void store() {
        SERVICE.empty(Schemas.packaged().names());
        facility = new Facility(SERVICE);
        Facility.REAL.forEach(name -> facility.storeReal(Facility.real(name)));
        facility.storeLanes(LANES);
    }

    @Test
    void realRunsComeToTheFiguresThatAnotherProgramWorkedOut() {
        for (String name : Facility.REAL) {
            BsonDocument run = Facility.real(name);
            String id = run.getString("run_id").getValue();
            BsonDocument expected = run.getDocument("expected");
            agrees(expected.getDocument("run"), aggregated("/runs", "run_id", id), name);
            expected.getDocument("lanes")
                    .forEach((lane, figures) -> agrees(
                            figures.asDocument(),
                            aggregated("/lanes", "lane_id", id + "_" + lane),
                            name + " lane " + lane));
        }
    }

    private static void agrees(BsonDocument expected, BsonDocument aggregated, String what) {
        for (String figure : List.of("yield_in_gb", "pc_q30", "pc_pass_filter", "pc_undetermined")) {
            double wanted = expected.getNumber(figure).doubleValue();
            assertThat(aggregated.getNumber(figure).doubleValue())
                    .as("%s of %s", figure, what)
                    .isCloseTo(wanted, within(Math.abs(wanted) * 1e-9));
        }
    }

    private static BsonDocument aggregated(String resource, String field, String id) {
        return get(resource + "?where=" + encoded("{\"" + field + "\": \"" + id + "\"}"))
                .getArray("data")
                .get(0)
                .asDocument()
                .getDocument("aggregated");
    }

    @Test
    void aRunOfAGoodSmallInstrumentPasses() {
        assertThat(explained("230825_M04034_0043_000000000-L6NVV").values()).containsExactly(new Said("pass", ""));
    }

    @Test
    void aLaneHasOneVerdictWhereverItIsLookedAt() throws Exception {
        Map<String, Said> charted = charted();
        Map<String, Said> seen = new HashMap<>();
        for (String run : facility.runs()) {
            Map<String, Said> explained = explained(run);
            assertThat(tiles(run)).as("tiles of %s", run).isEqualTo(explained);
            assertThat(exported(run)).as("table of %s", run).isEqualTo(explained);
            if (facility.isOfLastMonth(run)) {
                assertThat(charted).as("chart").containsAllEntriesOf(explained);
            }
            assertThat(reviewed(run)).as("automatic review of %s", run).isEqualTo(explained);
            seen.putAll(explained);
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(LANES);
        assertThat(seen.values().stream().map(Said::verdict).distinct())
                .contains("pass", "warn", "fail", "no data yet");
        mainPageSaysTheSame(seen);
    }

    private static Map<String, Said> explained(String run) {
        Map<String, Said> said = new TreeMap<>();
        reviews(get("/actions/explain?resource=runs&id=" + encoded(run)).getArray("reviews"), said);
        return said;
    }

    private static void reviews(List<BsonValue> reviews, Map<String, Said> into) {
        reviews.forEach(one -> {
            BsonDocument review = one.asDocument();
            List<String> reasons = review.getArray("reasons").stream()
                    .map(reason -> reason.asString().getValue())
                    .toList();
            into.put(
                    review.getString("id").getValue(),
                    new Said(review.getString("verdict").getValue(), String.join(", ", reasons)));
        });
    }

    private static Map<String, Said> tiles(String run) throws Exception {
        Map<String, Said> said = new TreeMap<>();
        for (MatchResult tile :
                TILE.matcher(VISITOR.read("/run/" + run)).results().toList()) {
            said.put(
                    run + "_" + tile.group(3),
                    new Said(tile.group(1), tile.group(2) == null ? "" : plain(tile.group(2))));
            if (tile.group(1).equals("no data yet")) {
                assertThat(tile.group(4)).contains("no data yet").doesNotContain("0.00");
            }
        }
        return said;
    }

    private static Map<String, Said> exported(String run) throws Exception {
        Map<String, Said> said = new TreeMap<>();
        for (Map<String, String> row : csv(VISITOR.read("/run/" + run + "?part=lanes&export=csv&all=1"))) {
            said.put(run + "_" + row.get("Lane"), new Said(row.get("Verdict now"), row.get("Why")));
        }
        return said;
    }

    private static Map<String, Said> charted() throws Exception {
        Map<String, Said> said = new TreeMap<>();
        String chart =
                "/charts/seq/last_month?metric=pc_q30&colour=sequencer&plot=points&open=lanes&part=lanes&export=csv&all=1";
        for (Map<String, String> row : csv(VISITOR.read(chart))) {
            said.put(row.get("Lane id"), new Said(row.get("Verdict now"), row.get("Why")));
        }
        return said;
    }

    /** What an automatic review records of it and of its run elements. */
    private static Map<String, Said> reviewed(String run) {
        HttpResponse<String> answer = SERVICE.answer(SERVICE.request(
                "POST", "/actions", "{\"action_type\": \"automatic_run_review\", \"run_id\": \"" + run + "\"}"));
        assertThat(answer.statusCode()).isEqualTo(201);
        BsonDocument action = get("/actions?where=" + encoded("{\"action_info.run_id\": \"" + run + "\"}")
                        + "&projection=" + encoded("{\"action_info.reviews\": 1}"))
                .getArray("data")
                .get(0)
                .asDocument();
        Map<String, Said> said = new TreeMap<>();
        reviews(action.getDocument("action_info").getArray("reviews"), said);
        return said;
    }

    private static void mainPageSaysTheSame(Map<String, Said> lanes) throws Exception {
        String page = plain(VISITOR.read("/"));
        List<MatchResult> squares = Pattern.compile("/run/([^\"]+)\".*?</tr>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .toList();
        assertThat(squares).isNotEmpty();
        for (MatchResult run : squares) {
            Pattern.compile("Lane (\\d+): ([^\"<]*)")
                    .matcher(run.group())
                    .results()
                    .forEach(words -> {
                        Said said = lanes.get(run.group(1) + "_" + words.group(1));
                        if (said != null) {
                            assertThat(words.group(2))
                                    .as(run.group(1))
                                    .contains(
                                            switch (said.verdict()) {
                                                case "pass" -> "within limits";
                                                case "fail" ->
                                                    "outside its limits: "
                                                            + said.reasons()
                                                                    .split("<")[0]
                                                                    .strip();
                                                case "warn" -> "within limits, warning";
                                                default -> said.verdict();
                                            });
                        }
                    });
        }
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replace("&#39;", "'");
    }

    private static List<Map<String, String>> csv(String text) {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> lines = text.lines().toList();
        List<String> names = cells(lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                row.put(names.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        return Pattern.compile("(?:^|,)(?:\"([^\"]*)\"|([^,]*))")
                .matcher(line)
                .results()
                .map(cell -> cell.group(1) != null ? cell.group(1) : cell.group(2))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static BsonDocument get(String path) {
        HttpResponse<String> answer = SERVICE.answer(SERVICE.request("GET", path, ""));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JsonReader.read(answer.body().getBytes(StandardCharsets.UTF_8)).asDocument();
    }
}
