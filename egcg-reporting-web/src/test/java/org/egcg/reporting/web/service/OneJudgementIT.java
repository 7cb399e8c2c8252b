package org.egcg.reporting.web.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.review.Requirements;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.web.service.PageTable.Cell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A lane or a sample has one verdict, for the same reasons, wherever it is looked at. */
class OneJudgementIT {

    private static final int LANES = 1000;
    private static final int PAGE = 250;
    private static final Set<String> ORDERED = Set.of("aggregated.clean_yield_in_gb", "coverage.mean");
    private static final Pattern TILE = Pattern.compile(
            "<a class=\"lane[^\"]*\"[^>]*data-verdict=\"([^\"]*)\"(?: data-reasons=\"([^\"]*)\")?.*?<b>Lane (\\d+)</b>(.*?)</a>",
            Pattern.DOTALL);

    private static final Service SERVICE = RunningService.get().service();
    private static final PageVisitor VISITOR = new PageVisitor(SERVICE.root());
    private static Facility facility;

    @BeforeAll
    static void store() {
        SERVICE.empty(Schemas.packaged().names());
        facility = new Facility(SERVICE);
        facility.storeExample();
        facility.storeOrderedInLims(knownToLims());
        facility.storeSamples(Facility.REAL.stream().map(Facility::real).toList());
        Facility.REAL.forEach(name -> facility.storeReal(Facility.real(name)));
        facility.storeLanes(LANES);
    }

    /** Samples that the database of the LIMS has an order for; Clarity is told of the same. */
    private static List<BsonDocument> knownToLims() {
        List<BsonDocument> known = get("/lims/sample_info").getArray("data").stream()
                .map(BsonValue::asDocument)
                .filter(sample ->
                        sample.containsKey(Requirements.LIMS_YIELD) && sample.containsKey(Requirements.LIMS_COVERAGE))
                .filter(sample -> sample.getString("sample_id").getValue().matches("[A-Za-z0-9]+"))
                .limit(12)
                .toList();
        assertThat(known).isNotEmpty();
        BsonArray samples = new BsonArray();
        known.forEach(sample -> samples.add(new BsonDocument("id", new BsonString("SMP" + samples.size()))
                .append("name", sample.get("sample_id"))
                .append("artifact", new BsonString("2-" + samples.size() + "PA1"))
                .append("project", new BsonString("P1"))
                .append("udf", orders(sample))));
        SERVICE.send(new BsonDocument("method", new BsonString("POST"))
                .append("path", new BsonString("/_control/reset"))
                .append("target", new BsonString("clarity"))
                .append("json", new BsonDocument("samples", samples)));
        return known;
    }

    private static BsonDocument orders(BsonDocument sample) {
        BsonDocument orders = new BsonDocument();
        List.of(Requirements.LIMS_YIELD, Requirements.LIMS_COVERAGE)
                .forEach(field -> orders.append(field, sample.get(field)));
        return orders;
    }

    @AfterAll
    static void forget() {
        SERVICE.empty(Schemas.packaged().names());
        SERVICE.send(new BsonDocument("method", new BsonString("POST"))
                .append("path", new BsonString("/_control/reset"))
                .append("target", new BsonString("clarity"))
                .append("json", new BsonDocument()));
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
            BsonArray reviews =
                    get("/actions/explain?resource=runs&id=" + encoded(run)).getArray("reviews");
            Map<String, Said> explained = new TreeMap<>();
            Said.all(reviews, explained);
            String page = VISITOR.read("/run/" + run);
            Map<String, Said> titled = Said.onPages(explained, Subject.LANE);
            assertThat(tiles(run, page)).as("tiles of %s", run).isEqualTo(titled);
            assertThat(shown(reviews, page)).as("cells of %s", run).isEqualTo(titled);
            assertThat(exported(run)).as("export of %s", run).isEqualTo(explained);
            if (facility.isOfLastMonth(run)) {
                assertThat(charted).as("chart").containsAllEntriesOf(explained);
            }
            seen.putAll(explained);
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(LANES).containsAllEntriesOf(charted);
        assertThat(seen.values().stream().map(Said::verdict).distinct())
                .contains("pass", "warn", "fail", "no data yet");
        mainPageSaysTheSame(Said.onPages(seen, Subject.LANE));
        whatIfCounts("lanes", seen);
        for (String run : facility.runs()) {
            Map<String, Said> reviewed = reviewed("run", run);
            assertThat(reviewed).as("automatic review of %s", run).isNotEmpty();
            assertThat(seen).as("automatic review of %s", run).containsAllEntriesOf(reviewed);
        }
    }

    @Test
    void aSampleHasOneVerdictWhereverItIsLookedAt() throws Exception {
        Map<String, Said> explained = new TreeMap<>();
        BsonArray reviews = new BsonArray();
        for (String sample : facility.samples()) {
            BsonDocument review = get("/actions/explain?resource=samples&id=" + encoded(sample));
            explained.put(sample, Said.of(review));
            reviews.add(review);
        }
        assertThat(explained.values().stream().map(Said::verdict).distinct())
                .contains("pass", "warn", "fail", "no data yet", "genotype missing", "no order known");
        Map<String, Said> exported = new TreeMap<>();
        Csv.rows(VISITOR.read("/samples/all?part=samples&export=csv&all=1"))
                .forEach(row -> exported.put(row.get("Sample ID"), Said.exported(row)));
        assertThat(exported).as("export").containsAllEntriesOf(explained);
        Map<String, Said> titled = Said.onPages(explained, Subject.SAMPLE);
        StringBuilder list = new StringBuilder();
        for (int page = 1; page * PAGE < exported.size() + PAGE; page++) {
            list.append(VISITOR.read("/samples/all?n=" + PAGE + "&page=" + page));
        }
        assertThat(shown(reviews, list.toString())).as("list").containsAllEntriesOf(titled);
        whatIfCounts("samples", explained);
        for (BsonValue review : reviews) {
            String sample = review.asDocument().getString("id").getValue();
            Map<String, Said> only = Map.of(sample, explained.get(sample));
            assertThat(shown(new BsonArray(List.of(review)), VISITOR.read("/sample/" + sample)))
                    .as("page of %s", sample)
                    .containsAllEntriesOf(Said.onPages(only, Subject.SAMPLE));
            assertThat(reviewed("sample", sample))
                    .as("automatic review of %s", sample)
                    .isEqualTo(isOrdered(review.asDocument()) ? only : Map.of());
        }
    }

    /** Whether what was ordered is compared; if not, nothing is recorded. */
    private static boolean isOrdered(BsonDocument review) {
        return review.getArray("metrics").stream()
                .map(BsonValue::asDocument)
                .filter(metric -> ORDERED.contains(metric.getString("metric").getValue()))
                .noneMatch(metric -> metric.get("threshold").isNull());
    }

    /** What the rows of a page say, once each marked cell is one that the review does not simply pass, and no other is. */
    private static Map<String, Said> shown(BsonArray reviews, String page) {
        Map<String, Map<String, Cell>> rows = PageTable.rows(page);
        Map<String, Said> said = new TreeMap<>();
        for (BsonValue one : reviews) {
            BsonDocument review = one.asDocument();
            String id = review.getString("id").getValue();
            Map<String, Cell> row = rows.get(id);
            assertThat(row).as("row of %s among %s", id, rows.keySet()).isNotNull();
            said.put(id, Said.of(row));
            if (!said.get(id).verdict().equals("no data yet")) {
                review.getArray("metrics").forEach(metric -> cellAgrees(id, row, metric.asDocument()));
            }
        }
        return said;
    }

    private static void cellAgrees(String id, Map<String, Cell> row, BsonDocument metric) {
        String path = metric.getString("metric").getValue();
        Cell cell = row.get(path.equals("coverage.mean") ? "mean_coverage" : path.replaceFirst("^aggregated\\.", ""));
        if (cell != null) {
            String standing = metric.getString("verdict").getValue();
            assertThat(cell.isMarked())
                    .as("%s of %s is %s: %s", path, id, standing, cell)
                    .isEqualTo(List.of("fail", "warn").contains(standing)
                            || (standing.equals("no value") && cell.styles().contains("missing")));
        }
    }

    /** How many pass and fail, as the page of limits counts them. */
    private static void whatIfCounts(String what, Map<String, Said> seen) throws Exception {
        Map<String, Long> words = new TreeMap<>(
                seen.values().stream().collect(Collectors.groupingBy(Said::verdict, Collectors.counting())));
        List<String> counts = new ArrayList<>();
        words.forEach((word, number) -> counts.add("%,d %s".formatted(number, word)));
        String page = PageTable.plain(VISITOR.read("/limits").replaceAll("<[^>]*>", ""));
        String begin = "%,d %s: ".formatted(seen.size(), what);
        assertThat(page).contains(begin);
        String said = page.substring(page.indexOf(begin) + begin.length());
        // the most urgent first; behind the last stands what comes next on the page
        List<String> shown = List.of(said.split(", ", counts.size()));
        assertThat(shown).allMatch(one -> counts.stream().anyMatch(one::startsWith));
        assertThat(counts).allMatch(count -> shown.stream().anyMatch(one -> one.startsWith(count)));
    }

    private static Map<String, Said> explained(String run) {
        Map<String, Said> said = new TreeMap<>();
        Said.all(get("/actions/explain?resource=runs&id=" + encoded(run)).getArray("reviews"), said);
        return said;
    }

    private static Map<String, Said> tiles(String run, String page) {
        Map<String, Said> said = new TreeMap<>();
        for (MatchResult tile : TILE.matcher(page).results().toList()) {
            said.put(
                    run + "_" + tile.group(3),
                    new Said(tile.group(1), tile.group(2) == null ? "" : PageTable.plain(tile.group(2))));
            if (tile.group(1).equals("no data yet")) {
                assertThat(tile.group(4)).contains("no data yet").doesNotContain("0.00");
            }
        }
        return said;
    }

    private static Map<String, Said> exported(String run) throws Exception {
        Map<String, Said> said = new TreeMap<>();
        for (Map<String, String> row : Csv.rows(VISITOR.read("/run/" + run + "?part=lanes&export=csv&all=1"))) {
            said.put(run + "_" + row.get("Lane"), Said.exported(row));
        }
        return said;
    }

    private static Map<String, Said> charted() throws Exception {
        Map<String, Said> said = new TreeMap<>();
        String chart =
                "/charts/seq/last_month?metric=pc_q30&colour=sequencer&plot=points&open=lanes&part=lanes&export=csv&all=1";
        for (Map<String, String> row : Csv.rows(VISITOR.read(chart))) {
            said.put(row.get("Lane id"), Said.exported(row));
        }
        return said;
    }

    /** What an automatic review records; nothing if nothing says what was ordered for the sample. */
    private static Map<String, Said> reviewed(String kind, String id) {
        String field = kind + "_id";
        HttpResponse<String> answer = SERVICE.answer(SERVICE.request(
                "POST",
                "/actions",
                "{\"action_type\": \"automatic_%s_review\", \"%s\": \"%s\"}".formatted(kind, field, id)));
        if (answer.statusCode() == 404) {
            assertThat(answer.body()).containsAnyOf("does not have a", "cannot be found in the Lims");
            return Map.of();
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        BsonDocument action = get("/actions?where=" + encoded("{\"action_info." + field + "\": \"" + id + "\"}")
                        + "&projection=" + encoded("{\"action_info.reviews\": 1}"))
                .getArray("data")
                .get(0)
                .asDocument();
        Map<String, Said> said = new TreeMap<>();
        Said.all(action.getDocument("action_info").getArray("reviews"), said);
        return said;
    }

    private static void mainPageSaysTheSame(Map<String, Said> lanes) throws Exception {
        Map<String, String> squares = new TreeMap<>();
        Pattern.compile("<a class=\"id\" href=\"/run/([^\"]+)\">[^<]*</a></th>.*?</tr>", Pattern.DOTALL)
                .matcher(VISITOR.read("/"))
                .results()
                .forEach(run -> Pattern.compile("data-tip=\"Lane (\\d+): ([^\"]*)\"")
                        .matcher(run.group())
                        .results()
                        .forEach(lane ->
                                squares.put(run.group(1) + "_" + lane.group(1), PageTable.plain(lane.group(2)))));
        assertThat(squares).isNotEmpty();
        squares.forEach((lane, words) -> assertThat(words).as(lane).isEqualTo(square(lanes.get(lane))));
    }

    private static String square(Said said) {
        return switch (said.verdict()) {
            case "pass" -> "within limits";
            case "fail" -> "outside its limits: " + said.reasons();
            case "warn" -> "within limits, " + said.reasons();
            default -> said.verdict();
        };
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
