package org.egcg.reporting.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.egcg.reporting.review.Review;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.web.table.CellValue.Decimal;
import org.egcg.reporting.web.table.CellValue.Empty;
import org.egcg.reporting.web.table.CellValue.InStatus;
import org.egcg.reporting.web.table.CellValue.Text;
import org.egcg.reporting.web.table.CellValue.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int|1337|1,337",
                "int|1234.5|1,235",
                "int|-1234.5|-1,235",
                "int|0|0",
                "int|-0.2|0",
                "float|1.337|1.34",
                "float|1234567.891|1,234,567.89",
                "float|0.005|0.005",
                "float|1.005|1.01",
                "float|-0.004|-0.004",
                "float|0.00034|0.00034",
                "float|0.0123456|0.0123",
                "float|0.03|0.03",
                "float|0.5|0.50",
                "float|0|0",
                "float|0.000000000123|1.23E-10",
                "percentage|13.37|13.4%",
                "percentage|99.95|100.0%",
                "percentage|12345.678|12345.7%",
                "percentage|-0.25|-0.25%",
                "percentage|0|0%",
                "percentage|0.04|0.04%",
                "percentage|0.0456|0.046%",
                "string|0.123456789|0.123457",
                "ratio_percentage|0.1337|13.4%",
                "string|0.0123|0.0123",
                "string|30.0|30"
            })
    void numbersAreRoundedHalfUpOnTheirMagnitude(String kind, double value, String text) {
        assertThat(Kind.spelled(kind).orElseThrow().text(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.0034, 3.40 Mb", "0.00000034, 0.34 kb", "0.01, 0.01 Gb", "1234.5, '1,234.50 Gb'", "0, 0 Gb"})
    void anAmountHasTheUnitThatFits(double gb, String text) {
        assertThat(Amount.ofGb(gb)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2017-04-20T15:09:56.013000,2017-04-20 15:09:56",
        "2017-04-20T15:09:56Z,2017-04-20 16:09:56",
        "01_02_2017_10:11:12,2017-02-01 10:11:12",
        "2017-04-20,2017-04-20 00:00:00",
        "soon,soon"
    })
    void datesAreShownInOneZone(String stored, String text) {
        CellValue value = CellReader.read(
                BsonDocument.parse("{v: '" + stored + "'}").get("v"), Format.of(Kind.DATETIME), Tables.ZONE);
        assertThat(Kind.DATETIME.text(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"null,", "'',", "false,", "NaN,", "0,0", "true,true", "'\"x\"',x"})
    void nothingIsAnEmptyCellAndZeroIsNot(String json, String text) {
        CellValue value = plain("{v: " + (json.isEmpty() ? "''" : json) + "}");
        assertThat(value.isEmpty()).isEqualTo(text == null);
        assertThat(Kind.TEXT.text(value)).isEqualTo(text == null ? "" : text);
    }

    @Test
    void listsAreSortedAsNumbersOrAsText() {
        assertThat(plain("{v: [100, 9, 10]}").items()).containsExactly(new Whole(9), new Whole(10), new Whole(100));
        assertThat(plain("{v: {b: 1, a: 'x'}}").items()).containsExactly(new Text("a: x"), new Text("b: 1"));
    }

    @Test
    void whatIsMissingInADocumentIsToldFromWhatIsEmpty() {
        Row row = Tables.rows(Tables.layout("samples", "sample_id"), "{sample_id: 'S', coverage: {mean: null}}")
                .rows()
                .get(0);
        assertThat(row.value("mean_coverage")).isEqualTo(Empty.EMPTY);
        assertThat(row.value("species_found")).isEqualTo(Empty.ABSENT);
    }

    private static CellValue plain(String json) {
        return CellReader.read(BsonDocument.parse(json).get("v"), Format.PLAIN, Tables.ZONE);
    }

    @ParameterizedTest
    @CsvSource({"7 0,NONE", "8 0,WEEK", "14 12,WEEK", "15 0,FORTNIGHT", "28 12,FORTNIGHT", "29 0,MONTH"})
    void theAgeOfAStatusIsCountedInWholeDays(String age, String expected) {
        LocalDateTime now = LocalDateTime.of(2018, 6, 22, 12, 0);
        String[] parts = age.split(" ");
        LocalDateTime since = now.minusDays(Long.parseLong(parts[0])).minusHours(Long.parseLong(parts[1]));
        long days = new InStatus(List.of(new Text("S1")), Optional.of(since))
                .days(now)
                .orElseThrow();
        assertThat(StatusAge.of(days)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{sample_id: 'S', coverage: {mean: 29}, required_coverage: 30, required_yield: 1}|low",
                "{sample_id: 'S', coverage: {mean: 29}, required_coverage: 30, required_yield: 1, 'Coverage (X)': '20'}|low",
                "{sample_id: 'S', coverage: {mean: 29}, 'Coverage (X)': 30}|low",
                "{sample_id: 'S', coverage: {mean: 29}, 'Coverage (X)': '20'}|",
                "{sample_id: 'S', coverage: {mean: 29}, 'Coverage (X)': 'much'}|",
                "{sample_id: 'S', coverage: {mean: 30}, 'Coverage (X)': 30}|",
                "{sample_id: 'S', coverage: {mean: 29}}|",
                "{sample_id: 'S', aggregated: {pc_duplicate_reads: 1}, 'Coverage (X)': 30}|missing",
                "{sample_id: 'S', 'Coverage (X)': 30}|"
            })
    void theLimitOfASampleIsWhatWasOrdered(String document, String side) {
        Layout samples = Tables.judged("samples", "sample_id", Subject.SAMPLE);
        Row row = Tables.rows(samples, document).rows().get(0);
        assertThat(row.crossed("mean_coverage").map(CellMark::side)).isEqualTo(Optional.ofNullable(side));
    }

    @Test
    void limitsCompareTheUnroundedValue() {
        Layout lanes = Tables.judged("lane_aggregation", "lane_id", Subject.LANE);
        Row row = Tables.rows(lanes, "{lane_id: 'L', aggregated: {pc_q30: 74.96, pc_q30_r1: 70}}")
                .rows()
                .get(0);
        assertThat(row.crossed("pc_q30").orElseThrow().bound()).isEqualTo("at least 75%");
        assertThat(Kind.PERCENTAGE.text(74.96)).isEqualTo("75.0%");
        assertThat(row.crossed("pc_q30_r1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "percentage, 69.96, 70, 69.96%",
        "percentage, 69.9996, 70, 69.9996%",
        "percentage, 70.2, 70, 70.2%",
        "percentage, 5.04, 5, 5.04%",
        "percentage, 69.96, 69.97, 69.96%",
        "ratio_percentage, 0.69996, 0.7, 69.996%",
        "float, 119.999, 120, 119.999",
        "float, 0.0304, 0.03, 0.0304",
        "float, 1, 1, 1.00",
        "int, 119.6, 120, 119.6"
    })
    void besideItsLimitANumberHasTheDigitsThatTellItFromThat(String kind, double value, double limit, String text) {
        assertThat(Kind.spelled(kind).orElseThrow().beside(value, limit)).isEqualTo(text);
    }

    @Test
    void whatIsOutsideReadsSoInItsCellAndInItsReason() {
        Layout lanes = Tables.judged("lane_aggregation", "lane_id", Subject.LANE);
        Rows rows = Tables.rows(
                lanes,
                "{lane_id: 'L', aggregated: {pc_q30: 74.96, pc_q30_r1: 70}}",
                "{lane_id: 'M', aggregated: {pc_q30: 80}}");
        assertThat(rows.rows().get(0).shown("pc_q30")).isEqualTo("74.96%");
        assertThat(rows.rows().get(1).shown("pc_q30")).isEqualTo("80.0%");
        assertThat(rows.rows().get(0).figure("pc_q30").orElseThrow().why()).startsWith("%Q30 74.96% is below 75%");
        assertThat(decimals(rows, "pc_q30")).as("as many in the whole column").isEqualTo(2);
    }

    private static int decimals(Rows rows, String column) {
        return ColumnDigits.of(
                rows.layout().table().column(column).orElseThrow(), rows.rows(), row -> row.value(column));
    }

    @ParameterizedTest
    @CsvSource({
        "0.00051, 0.0004, 5, 0.00040%",
        "1.2, 0.46, 2, 1.20%",
        "1.2, 0, 1, 1.2%",
        "74.2, 12.5, 1, 74.2%",
        "74.26, 0.000405, 1, 74.3%",
        "12345.6, 0.0001, 1, 12345.6%"
    })
    void numbersBelowEachOtherHaveTheSameDecimals(double one, double other, int decimals, String text) {
        Rows rows = Tables.rows(
                Tables.layout("lane_aggregation", "lane_id"),
                "{lane_id: 'L', aggregated: {pc_phix: " + one + "}}",
                "{lane_id: 'M', aggregated: {pc_phix: " + other + "}}");
        assertThat(decimals(rows, "pc_phix")).isEqualTo(decimals);
        assertThat(rows.rows())
                .extracting(row -> Kind.PERCENTAGE.text(row.value("pc_phix"), decimals))
                .contains(text);
    }

    @Test
    void aNumberThatCannotBeIsMarkedAndNotJudged() {
        Rows rows = Tables.rows(
                Tables.judged("lane_aggregation", "lane_id", Subject.LANE),
                "{lane_id: 'x_1', aggregated: {pc_q30: 131.5, yield_in_gb: 150}}");
        Row row = rows.rows().get(0);
        CellMark mark = row.crossed(rows.layout().index("pc_q30")).orElseThrow();
        assertThat(mark.style()).isEqualTo("missing");
        assertThat(mark.reason("%Q30", "131.5%", "")).startsWith("%Q30 131.5% cannot be");
    }

    @Test
    void theVerdictAndItsReasonsAreColumns() {
        Layout lanes = Tables.judged("lane_aggregation", "lane_id", Subject.LANE);
        Row row = Tables.rows(lanes, """
                {lane_id: 'L', aggregated: {yield_in_gb: 130, pc_q30: 74.96, pc_q30_r1: 70, pc_q30_r2: 70, pc_adaptor: 0,
                 pc_opt_duplicate_reads: 1, pc_duplicate_reads: 1, review_statuses: ['not reviewed', 'pass']}}""").rows().get(0);
        assertThat(row.value("verdict")).isEqualTo(new Text("fail"));
        assertThat(row.value("verdict_reasons")).isEqualTo(new CellValue.Reworded("PC Q30 < 75", "%Q30 < 75"));
        assertThat(row.marks()).extracting(Mark::reason).containsExactly("Recorded: pass; by the limits now: fail");
    }

    @Test
    void aRowWithoutAnyDataIsNoDataYetAndNothingInItIsMarked() {
        Layout lanes = Tables.judged("lane_aggregation", "lane_id", Subject.LANE);
        Row row = Tables.rows(lanes, "{lane_id: 'L', aggregated: {cv: 0, yield_in_gb: null}}")
                .rows()
                .get(0);
        assertThat(row.value("verdict")).isEqualTo(new Text("no data yet"));
        assertThat(row.value("yield_in_gb").isEmpty()).isTrue();
        assertThat(row.crossed("yield_in_gb")).isEmpty();
    }

    @Test
    void aValueThatIsMissingIsMarkedWhereTheRowFailsByItAndNotWhereItsGenotypeIsAwaited() {
        Layout samples = Tables.judged("samples", "sample_id", Subject.SAMPLE);
        String coverage = "aggregated: {pc_duplicate_reads: 41}, 'Coverage (X)': 30";
        Rows rows = Tables.rows(
                samples,
                "{sample_id: 'A', species_name: 'Homo sapiens', " + coverage + "}",
                "{sample_id: 'B', species_name: 'Bos taurus', " + coverage + "}");
        Row awaited = rows.rows().get(0);
        Row failed = rows.rows().get(1);
        assertThat(awaited.value("verdict")).isEqualTo(new Text("genotype missing"));
        assertThat(awaited.crossed("mean_coverage")).isEmpty();
        assertThat(awaited.crossed("pc_duplicate_reads").map(CellMark::side)).contains("high");
        assertThat(failed.value("verdict")).isEqualTo(new Text("fail"));
        assertThat(failed.crossed("mean_coverage").map(CellMark::side)).contains("missing");
    }

    @Test
    void whatIsOutsideWhileTheGenotypeIsAwaitedIsSaidOnPagesAlone() {
        Layout samples = Tables.judged("samples", "sample_id", Subject.SAMPLE);
        Row row = Tables.rows(
                        samples,
                        "{sample_id: 'A', species_name: 'Homo sapiens', coverage: {mean: 29}, aggregated: {clean_yield_in_gb: 117, pc_duplicate_reads: 1}, 'Coverage (X)': 30, 'Required Yield (Gb)': 120}")
                .rows()
                .get(0);
        CellValue why = row.value("verdict_reasons");
        assertThat(row.value("verdict")).isEqualTo(new Text("genotype missing"));
        assertThat(why.isEmpty()).as("exports and filters").isTrue();
        assertThat(why.text()).isEmpty();
        assertThat(why).isEqualTo(new CellValue.Reworded("", "also Clean Yield < 120, Mean coverage < 30"));
    }

    @Test
    void aWarningIsMarkedAsAFailureWhereTheLaneFailsByThatMetric() {
        Optional<Review> lane =
                Optional.of(Tables.REVIEWS.lane(BsonDocument.parse("{aggregated: {pc_q30: 72.4, pc_q30_r2: 71}}")));
        Layout elements = Tables.layout("demultiplexing", "run_element_id")
                .judging(Judging.of(Subject.RUN_ELEMENT, Tables.REVIEWS).with(element -> lane));
        Row row = Tables.rows(elements, "{run_element_id: 'E', aggregated: {pc_q30: 72.3, pc_q30_r2: 69.8}}")
                .rows()
                .get(0);
        assertThat(row.crossed("pc_q30").map(CellMark::style)).contains("low");
        assertThat(row.crossed("pc_q30_r2").map(CellMark::style)).contains("low warn");
    }

    @ParameterizedTest
    @CsvSource({"open,plain", "closed,plain", "pass,pass", "not reviewed,idle"})
    void whatIsNeitherGoodNorBadHasNoSign(String word, String style) {
        assertThat(Verdicts.style(word)).isEqualTo(style);
    }

    @Test
    void ofSeveralStatesTheWorstGivesTheSign() {
        assertThat(Verdicts.worst(List.of("pass", "fail", "not reviewed"))).isEqualTo("fail");
        assertThat(Verdicts.worst(List.of("pass", "not reviewed"))).isEqualTo("idle");
        assertThat(Verdicts.worst(List.of("yes"))).isEqualTo("pass");
    }

    @Test
    void anInstitutesOwnLimitOfAColumnStillMarks() {
        ColumnMappings own = ColumnMappings.read(
                org.egcg.reporting.yaml.Section.read(
                        "c",
                        "{column_def: {run_id: {data: run_id, title: R}, q:"
                                + " {data: aggregated.cv, title: Q, fmt: {type: float, max: 2}}}, runs: [run_id, q]}"),
                org.egcg.reporting.yaml.Section.read("m", "{metrics_def: {}}"));
        Layout runs = Layout.of(own.table("runs"), "run_id", Tables.ZONE);
        Rows rows = Tables.rows(runs, "{run_id: 'A', aggregated: {cv: 2}}", "{run_id: 'B', aggregated: {cv: 3}}");
        assertThat(rows.rows().get(0).crossed("q")).isEmpty();
        assertThat(rows.rows().get(1).crossed("q").orElseThrow().style()).isEqualTo("high");
    }

    @Test
    void functionsMakeValuesOfWholeObjects() {
        Layout samples = Tables.layout("samples", "sample_id");
        Row row = Tables.rows(samples, """
                {sample_id: 'S',
                 coverage: {bases_at_coverage: {bases_at_5X: 90}, genome_size: 100},
                 species_contamination: {contaminant_unique_mapped: {Mouse: 501, Cat: 500, Homo: 9000}},
                 aggregated: {most_recent_proc: {pipeline_used:
                   {name: 'bcbio', toolset_type: 'human', toolset_version: 2}}}}""").rows().get(0);
        assertThat(row.value("coverage_5X")).isEqualTo(new Decimal(90));
        assertThat(row.value("coverage_15X")).isEqualTo(Empty.EMPTY);
        assertThat(row.value("species_found").text()).isEqualTo("Mouse,Homo");
        assertThat(row.value("pipeline_used").text()).isEqualTo("bcbio (human v2)");
    }

    @Test
    void aRowIsMarkedWhereReadsWereTrimmedOrOtherElementsUsed() {
        Layout elements = Tables.layout("demultiplexing", "barcode").marking(Mark.Rule.FILTERING);
        assertThat(Tables.rows(
                                elements,
                                "{barcode: 'A', trim_r1: 100}",
                                "{barcode: 'B', trim_r1: 0, tiles_filtered: [null]}",
                                "{barcode: 'C', aggregated: {tiles_filtered: ['1101']}}")
                        .rows())
                .extracting(row -> row.marks().size())
                .containsExactly(1, 0, 1);
        assertThat(Tables.rows(
                                elements.noting(key ->
                                        key.equals("B") ? List.of("It is there twice.", "It never ended.") : List.of()),
                                "{barcode: 'A', trim_r1: 100}",
                                "{barcode: 'B'}")
                        .rows())
                .extracting(Row::marks)
                .containsExactly(
                        List.of(new Mark("T", "filter", "Reads were trimmed or tiles removed: trim_r1 = 100", "")),
                        List.of(new Mark(
                                "!",
                                "odd",
                                "Does not fit: It is there twice. It never ended.",
                                "/inconsistencies?q=B")));
        Layout samples = Tables.layout("samples", "sample_id").marking(Mark.Rule.DATA_SOURCE_DIFFERS);
        assertThat(Tables.rows(
                                samples,
                                "{sample_id: 'S', aggregated: {most_recent_proc: {data_source: ['b', 'a']}, from_run_elements: {useable_run_elements: ['a', 'b']}}}",
                                "{sample_id: 'T', aggregated: {most_recent_proc: {data_source: ['a']}, from_run_elements: {useable_run_elements: ['a', 'b']}}}")
                        .rows())
                .extracting(row -> row.marks().size())
                .containsExactly(0, 1);
    }
}
