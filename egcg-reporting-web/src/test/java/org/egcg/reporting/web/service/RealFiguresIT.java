package org.egcg.reporting.web.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.web.service.PageTable.Cell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real runs come to the figures that another program worked out, for programs and on pages. */
class RealFiguresIT {

    /** Figures by their fields, with the titles of their columns. */
    private static final Map<String, String> FIGURES = Map.of(
            "yield_in_gb", "Yield (Gb)",
            "pc_q30", "%Q30",
            "pc_pass_filter", "% Pass filter",
            "pc_undetermined", "% Undetermined");

    private static final Service SERVICE = RunningService.get().service();
    private static final PageVisitor VISITOR = new PageVisitor(SERVICE.root());

    @BeforeAll
    static void store() {
        SERVICE.empty(Schemas.packaged().names());
        Facility facility = new Facility(SERVICE);
        Facility.REAL.forEach(name -> facility.storeReal(Facility.real(name)));
    }

    @AfterAll
    static void forget() {
        SERVICE.empty(Schemas.packaged().names());
    }

    static List<String> files() {
        return Facility.REAL;
    }

    @ParameterizedTest
    @MethodSource("files")
    void programsGetThem(String name) {
        BsonDocument run = Facility.real(name);
        String id = run.getString("run_id").getValue();
        BsonDocument expected = run.getDocument("expected");
        agrees(expected.getDocument("run"), aggregated("/runs", "run_id", id), name);
        expected.getDocument("lanes")
                .forEach((lane, figures) ->
                        agrees(figures.asDocument(), aggregated("/lanes", "lane_id", id + "_" + lane), name + lane));
    }

    private static void agrees(BsonDocument expected, BsonDocument aggregated, String what) {
        FIGURES.keySet()
                .forEach(figure -> isTheSame(
                        aggregated.getNumber(figure).doubleValue(), number(expected, figure), figure + " of " + what));
    }

    private static double number(BsonDocument figures, String figure) {
        return figures.getNumber(figure).doubleValue();
    }

    private static void isTheSame(double found, double wanted, String what) {
        assertThat(found).as(what).isCloseTo(wanted, within(Math.abs(wanted) * 1e-9));
    }

    private static BsonDocument aggregated(String resource, String field, String id) {
        String where = URLEncoder.encode("{\"" + field + "\": \"" + id + "\"}", StandardCharsets.UTF_8);
        HttpResponse<String> answer = SERVICE.answer(SERVICE.request("GET", resource + "?where=" + where, ""));
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonReader.read(answer.body())
                .asDocument()
                .getArray("data")
                .get(0)
                .asDocument()
                .getDocument("aggregated");
    }

    @ParameterizedTest
    @MethodSource("files")
    void theListOfRunsShowsThem(String name) throws Exception {
        BsonDocument run = Facility.real(name);
        String id = run.getString("run_id").getValue();
        String list = "/runs/all?cols=run_id," + String.join(",", FIGURES.keySet());
        shows(run.getDocument("expected").getDocument("run"), id, list + "&part=runs", "Run ID", id);
    }

    @ParameterizedTest
    @MethodSource("files")
    void thePageOfTheRunShowsThoseOfEachLane(String name) throws Exception {
        BsonDocument run = Facility.real(name);
        String id = run.getString("run_id").getValue();
        String lanes = "/run/" + id + "?lanes.cols=lane_number," + String.join(",", FIGURES.keySet()) + "&part=lanes";
        for (Map.Entry<String, BsonValue> lane :
                run.getDocument("expected").getDocument("lanes").entrySet()) {
            shows(lane.getValue().asDocument(), id + "_" + lane.getKey(), lanes, "Lane", lane.getKey());
        }
    }

    /** The export holds the figure itself, the cell as many digits of it as it shows. */
    private static void shows(BsonDocument expected, String key, String part, String title, String named)
            throws Exception {
        Map<String, String> exported = Csv.rows(VISITOR.read(part + "&export=csv&all=1")).stream()
                .filter(row -> row.get(title).equals(named))
                .findFirst()
                .orElseThrow();
        Map<String, Cell> row = PageTable.rows(VISITOR.read(part + "&n=250")).get(key);
        FIGURES.forEach((figure, column) -> {
            double wanted = number(expected, figure);
            String what = figure + " of " + key;
            isTheSame(Double.parseDouble(exported.get(column)), wanted, what);
            row.get(figure).shows(wanted, what);
        });
    }

    /** The yield of each run element, on the page of its run and on that of its sample. */
    @ParameterizedTest
    @MethodSource("files")
    void pagesOfRunAndSampleShowTheYieldOfEachRunElement(String name) throws Exception {
        BsonDocument run = Facility.real(name);
        String id = run.getString("run_id").getValue();
        Map<String, String> ofRun = new HashMap<>();
        for (BsonValue lane : run.getArray("lanes")) {
            String table = "demultiplexing" + lane.asNumber().intValue();
            String part = "/run/" + id + "?" + table + ".cols=barcode,yield_in_gb&part=" + table + "&export=csv&all=1";
            Csv.rows(VISITOR.read(part))
                    .forEach(row -> ofRun.put(
                            id + "_" + lane.asNumber().intValue() + "_" + row.get("Barcode"), row.get("Yield (Gb)")));
        }
        for (BsonValue one : run.getArray("run_elements")) {
            BsonDocument element = one.asDocument();
            double wanted = (number(element, "bases_r1") + number(element, "bases_r2")) / 1e9;
            String key = element.getString("run_element_id").getValue();
            String barcode = id + "_" + element.getNumber("lane").intValue() + "_"
                    + element.getString("barcode", new BsonString("")).getValue();
            isTheSame(Double.parseDouble(ofRun.get(barcode)), wanted, key);
        }
        BsonDocument first = run.getArray("run_elements").get(0).asDocument();
        Map<String, Map<String, Cell>> ofSample = PageTable.rows(
                VISITOR.read("/sample/" + first.getString("sample_id").getValue() + "?part=elements&elements.n=250"));
        ofSample.get(first.getString("run_element_id").getValue())
                .get("yield_in_gb")
                .shows((number(first, "bases_r1") + number(first, "bases_r2")) / 1e9, "first run element of " + name);
    }
}
