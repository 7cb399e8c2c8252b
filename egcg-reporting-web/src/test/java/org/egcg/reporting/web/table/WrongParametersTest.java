package org.egcg.reporting.web.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an address says of a table, there is a table. */
class WrongParametersTest {

    private static final Layout COLUMNS = Tables.layout("samples", "sample_id");
    private static final Rows ROWS = Tables.rows(
            COLUMNS,
            "{\"sample_id\": \"S1\", \"plate_id_and_well\": \"A:1\", \"aggregated\": {\"clean_yield_in_gb\": 12.5}}",
            "{\"sample_id\": \"s 2\", \"plate_id_and_well\": \"A:1x\", \"aggregated\": {\"run_ids\": [\"a\", \"b\"]}}",
            "{\"sample_id\": \"\", \"aggregated\": {\"clean_yield_in_gb\": \"many\"}}");

    private static final List<String> PIECES = List.of(
            "sample_id",
            "project_id",
            "nothing",
            "-",
            "*",
            ",",
            ":",
            "|",
            "..",
            "<",
            ">=",
            "~",
            "!empty",
            "!outside",
            "0",
            "-1",
            "2147483648",
            "1e999999999",
            "NaN",
            "%",
            "\"",
            "\\",
            "(",
            "[a-z]+",
            "\0",
            "\n",
            "\uD83D\uDE42",
            "\uD83D",
            "2026-02-30",
            "+999999999-12-31",
            "A:1",
            " ",
            "");

    private static String value(Random random) {
        StringBuilder value = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            value.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return value.toString();
    }

    private static Map<String, String> parameters(Random random) {
        List<String> names = new ArrayList<>(List.of("q", "sort", "page", "n", "cols", "w", "view"));
        COLUMNS.table().columns().forEach(column -> names.add("f." + column.id()));
        names.add("f." + value(random));
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            parameters.put(names.get(random.nextInt(names.size())), value(random));
        }
        return parameters;
    }

    @Test
    void noParametersMakeATableFail() {
        Random random = new Random(18);
        for (int i = 0; i < 5_000; i++) {
            Map<String, String> parameters = parameters(random);
            assertThatCode(() -> draw(parameters)).as(parameters.toString()).doesNotThrowAnyException();
        }
    }

    private static void draw(Map<String, String> parameters) {
        TableView view = Tables.view(ROWS, "sample_id", parameters);
        assertThat(view.pageRows()).hasSizeLessThanOrEqualTo(3);
        assertThat(view.columns()).isNotEmpty();
        view.groups();
        view.here();
        view.saved();
        view.export("csv", true);
        view.chips();
        view.pager();
        view.columns().forEach(view::sortHref);
    }

    private static List<Misread> faults(Map<String, String> parameters) {
        return TableMisreadings.of(new TableQuery(parameters), Tables.view(ROWS, "-sample_id", parameters));
    }

    private static List<String> misread(Map<String, String> parameters) {
        return faults(parameters).stream()
                .map(one -> one.said() + " " + one.instead())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc..def",
                "1..abc",
                "2026-01-01..2026-02-01",
                ">abc",
                ">>abc",
                "<",
                ">=2026-01-01",
                "!>abc",
                ">5||<x",
                ">a|>b",
                "||",
                "|",
                "!"
            })
    void whatCannotBeMeantOfNumbersIsToldAndNotApplied(String filter) {
        Map<String, String> query = Map.of("f.clean_yield_in_gb", filter);
        assertThat(misread(query))
                .containsExactly("f.clean_yield_in_gb=" + filter
                        + " is no condition for Clean Yield, so rows are not filtered by it");
        assertThat(Tables.view(ROWS, "sample_id", query).state().filters()).isEmpty();
        assertThat(Tables.view(ROWS, "sample_id", query).matched())
                .isEqualTo(ROWS.rows().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.5",
                "many",
                "12.5|13",
                "!12.5",
                "!many|few",
                "1..20",
                "1,000..2,000",
                "50%..60%",
                ">=-1",
                "~2",
                "!~2",
                "!empty",
                "!filled",
                "!outside",
                ">5||!empty",
                "1e3",
                "<13||>=40||"
            })
    void whatCanBeMeantOfNumbersIsApplied(String filter) {
        Map<String, String> query = Map.of("f.clean_yield_in_gb", filter);
        assertThat(misread(query)).isEmpty();
        assertThat(Tables.view(ROWS, "sample_id", query).state().filters()).containsOnlyKeys("clean_yield_in_gb");
    }

    @Test
    void aWordInAColumnOfNumbersIsFound() {
        Rows rows = Tables.rows(
                COLUMNS,
                "{\"sample_id\": \"S1\", \"aggregated\": {\"clean_yield_in_gb\": 12.5}}",
                "{\"sample_id\": \"S2\", \"aggregated\": {\"clean_yield_in_gb\": \"many\"}}");
        assertThat(Tables.keys(Tables.view(rows, "sample_id", Map.of("f.clean_yield_in_gb", "many"))))
                .containsExactly("S2");
    }

    @Test
    void daysAreComparedWithDaysAndTextWithAnything() {
        assertThat(misread(Map.of("f.started_date", ">5"))).hasSize(1);
        assertThat(misread(Map.of("f.started_date", "2026-01-01..soon"))).hasSize(1);
        assertThat(misread(Map.of("f.started_date", "2026-01-01..2026-02-01||!empty")))
                .isEmpty();
        assertThat(misread(Map.of("f.sample_id", ">abc"))).isEmpty();
        assertThat(misread(Map.of("f.sample_id", "a..b"))).isEmpty();
    }

    @Test
    void aPageBeyondTheLastIsTold() {
        assertThat(misread(Map.of("page", "99"))).containsExactly("page=99 is beyond the last, so page 1 is shown");
        assertThat(misread(Map.of("page", "1"))).isEmpty();
        assertThat(misread(Map.of("page", "99", "q", "what no row has"))).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsToldWithWhatIsShownInstead() {
        assertThat(misread(Map.of("page", "abc"))).containsExactly("page=abc is no page, so the first one is shown");
        assertThat(misread(Map.of("n", "7"))).containsExactly("n=7 is no length of a page, so it has up to 50 rows");
        assertThat(misread(Map.of("sort", "nonsense,-")))
                .containsExactly("sort=nonsense,- names no column to sort by, so rows are in their usual order");
        assertThat(misread(Map.of("sort", "-sample_id,nonsense")))
                .containsExactly("sort=nonsense names no column to sort by, so rows are sorted by the others alone");
        assertThat(misread(Map.of("f.nothing", "x")))
                .containsExactly("f.nothing=x names no column, so rows are not filtered by it");
        assertThat(misread(Map.of("cols", "sample_id,nothing")))
                .containsExactly("cols=nothing names no column and is left out");
        assertThat(misread(Map.of("w", "sample_id:9"))).hasSize(1);
    }

    @Test
    void whatIsUnderstoodOrSaysNothingIsNotTold() {
        assertThat(misread(Map.of("page", " 1", "n", "25", "sort", "-sample_id", "q", "any \" text")))
                .isEmpty();
        assertThat(misread(Map.of("f.sample_id", ">=x", "cols", "-species", "w", "sample_id:90")))
                .isEmpty();
        assertThat(misread(Map.of("f.nothing", " ", "sort", "", "page", "", "other", "x")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Sample ID, sample_id",
        "sampleid, sample_id",
        "SAMPLE_ID, sample_id",
        "samplle_id, sample_id",
        "sample, sample_id",
        "clean yield, clean_yield_in_gb",
        "clean_yield, clean_yield_in_gb",
        "yield, clean_yield_in_gb"
    })
    void aColumnThatIsCalledOtherwiseIsNamed(String called, String key) {
        for (Map<String, String> query : List.of(
                Map.of("f." + called, "1"),
                Map.of("sort", "-" + called),
                Map.of("cols", "*" + called),
                Map.of("w", called + ":90"))) {
            assertThat(faults(query)).as(query.toString()).hasSize(1).allSatisfy(fault -> {
                assertThat(fault.near()).extracting(Misread.Key::key).containsExactly(key);
                assertThat(fault.lost()).isFalse();
            });
        }
    }

    @Test
    void ofAColumnThatIsCalledLikeNoneAllKeysHaveToBeTold() {
        assertThat(faults(Map.of("sort", "nonsense,sample"))).singleElement().satisfies(fault -> {
            assertThat(fault.near()).extracting(Misread.Key::heading).containsExactly("Sample ID");
            assertThat(fault.lost()).isTrue();
        });
        assertThat(faults(Map.of("f.", "x"))).allMatch(Misread::lost);
        assertThat(faults(Map.of("f." + "sample_id".repeat(10_000), "x"))).allMatch(Misread::lost);
        assertThat(faults(Map.of("w", "sample_id:9"))).noneMatch(Misread::lost);
        assertThat(faults(Map.of("page", "abc", "f.sample_id", "x"))).noneMatch(Misread::lost);
    }

    @Test
    void aLongOneIsCut() {
        assertThat(misread(Map.of("f." + "\uD83D\uDE42".repeat(80), "a\nb")))
                .containsExactly(
                        "f." + "\uD83D\uDE42".repeat(58) + "… names no column, so rows are not filtered by it");
    }

    @Test
    void anOrderOfNothingIsTheUsualOne() {
        assertThat(Tables.keys(Tables.view(ROWS, "-sample_id", Map.of("sort", "nonsense"))))
                .isEqualTo(Tables.keys(Tables.view(ROWS, "-sample_id", Map.of())));
        assertThat(Tables.view(ROWS, "-sample_id", Map.of("sort", "")).state().sort())
                .isEmpty();
    }

    @Test
    @Timeout(10)
    void aNumberThatIsVeryLongIsNoNumberAndCostsNoTime() {
        String digits = "9".repeat(500_000);
        assertThatNoException().isThrownBy(() -> draw(Map.of("f.sample_id", ">" + digits, "q", digits)));
        assertThat(NumberText.number(digits)).isEmpty();
    }
}
