package org.egcg.reporting.web.plate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.egcg.reporting.instrument.Instruments;
import org.egcg.reporting.review.Reviews;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.review.Thresholds;
import org.egcg.reporting.web.table.ColumnMappings;
import org.egcg.reporting.web.table.Judging;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Rows;
import org.egcg.reporting.web.table.TableDefinition;
import org.egcg.reporting.yaml.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlateMapTest {

    private static final ColumnMappings SHIPPED =
            ColumnMappings.read(section("column_mappings.yaml"), section("charts_metrics_mappings.yaml"));
    private static final TableDefinition LIBRARY = SHIPPED.table("library_plot_metrics");
    private static final TableDefinition TABLE =
            SHIPPED.table("simple_plot_child").with(LIBRARY.columns());

    private static final Layout LAYOUT = Layout.of(TABLE, "location", ZoneOffset.UTC)
            .judging(Judging.of(Subject.SAMPLE, new Reviews(Thresholds.packaged(), Instruments.packaged()))
                    .in("bioinformatics_qc"));

    private static Section section(String file) {
        try (InputStream in = PlateMapTest.class.getResourceAsStream("/org/egcg/reporting/etc/" + file)) {
            return Section.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String well(String location, String sample, String cv) {
        return "{name: '%s', location: '%s', qc_flag: 'PASSED', udfs: {'%%CV': %s}}".formatted(sample, location, cv);
    }

    private static PlateMap map(PlateSize size, String metric, List<String> wells) {
        Rows rows = new Rows.Merge(LAYOUT, false)
                .add(wells.stream().map(BsonDocument::parse).iterator())
                .rows(Instant.EPOCH);
        return PlateMap.of(size, rows, LIBRARY.column(metric), LIBRARY.columns());
    }

    private static PlateMap map(String metric, String... wells) {
        return map(PlateSize.OF_96, metric, List.of(wells));
    }

    private static Occupant only(PlateMap map, String place) {
        List<Occupant> samples = map.at(WellPosition.parse(place).orElseThrow());
        assertThat(samples).hasSize(1);
        return samples.get(0);
    }

    private static String html(PlateMap map) {
        StringWriting out = new StringWriting();
        try {
            new HtmlPlate(map, "Container P1", out).write();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    @Test
    void aNumberIsPaintedByItsPlaceBetweenLowestAndHighest() {
        PlateMap map = map("pc_cv", well("A:1", "S1", "0"), well("A:2", "S2", "60"), well("H:12", "S3", "29"));
        assertThat(only(map, "A:1").style()).isEqualTo("seq-0");
        assertThat(only(map, "A:2").style()).isEqualTo("seq-5");
        assertThat(only(map, "H:12").style()).isEqualTo("seq-2");
        assertThat(map)
                .extracting(PlateMap::lowest, PlateMap::median, PlateMap::highest)
                .containsExactly("0%", "29.0%", "60.0%");
    }

    @Test
    void aTextThatSpellsANumberIsOne() {
        PlateMap map = map("pc_cv", well("A:1", "S1", "'12.5'"), well("A:2", "S2", "'n/a'"));
        assertThat(only(map, "A:1").brief()).isEqualTo("12.5");
        assertThat(only(map, "A:2"))
                .extracting(Occupant::style, Occupant::brief)
                .containsExactly("none", "n/a");
        assertThat(map.without()).isEqualTo(1);
    }

    @Test
    void aWellWithoutAValueSaysSo() {
        PlateMap map = map("pc_cv", well("A:1", "S1", "null"), "{name: 'S2', location: 'B:1'}");
        assertThat(only(map, "A:1"))
                .extracting(Occupant::style, Occupant::brief)
                .containsExactly("none", "no value");
        assertThat(only(map, "B:1").tip()).isEqualTo("Sample: S2\nWell: B:1\n%CV: no value");
        assertThat(map.steps()).isEmpty();
        assertThat(map.without()).isEqualTo(2);
    }

    @Test
    void zeroIsAValue() {
        assertThat(only(map("pc_cv", well("A:1", "S1", "0")), "A:1").brief()).isEqualTo("0");
    }

    @Test
    void theTipHasSampleWellAndTheTitleOfTheMetricInItsFormat() {
        assertThat(only(map("pc_cv", well("A:1", "S1", "12.345")), "A:1").tip())
                .isEqualTo("Sample: S1\nWell: A:1\n%CV: 12.3%");
    }

    @Test
    void aValueOutsideItsLimitIsMarkedAndSaysWhichLimit() {
        PlateMap map = map(
                "pc_q30",
                "{name: 'S1', location: 'A:1', bioinformatics_qc: {aggregated: {pc_q30: 74.96}}}",
                "{name: 'S2', location: 'A:2', bioinformatics_qc: {aggregated: {pc_q30: 75}}}");
        assertThat(only(map, "A:1").side()).isEqualTo("low");
        assertThat(only(map, "A:1").tip()).endsWith("%Q30: 74.96%\n▼ below its limit: at least 75%");
        assertThat(only(map, "A:2").side()).isEmpty();
        assertThat(map.outside()).isEqualTo(1);
    }

    @Test
    void aWellThatFailedIsMarkedWhateverThePlateIsPaintedByAndIsNotOutsideALimit() {
        PlateMap map = map(
                "pc_cv",
                "{name: 'S1', location: 'A:1', qc_flag: 'FAILED', udfs: {'%CV': 3}}",
                "{name: 'S2', location: 'A:2', qc_flag: 'PASSED', udfs: {'%CV': 3}, bioinformatics_qc: {aggregated: {genotype_match: 'Mismatch'}}}",
                well("A:3", "S3", "3"));
        assertThat(only(map, "A:1").side()).isEqualTo("bad");
        assertThat(only(map, "A:1").tip()).endsWith("%CV: 3.0%\n✕ QC flag: FAILED");
        assertThat(only(map, "A:2").tip()).endsWith("✕ Genotype match: Mismatch");
        assertThat(only(map, "A:3").side()).isEmpty();
        assertThat(map.outside()).isZero();
    }

    @Test
    void categoriesAreNumberedInTheOrderOfTheirFirstAppearance() {
        PlateMap map = map(
                "project_id",
                "{name: 'S1', location: 'A:1', project_id: 'X2'}",
                "{name: 'S9', location: 'A:10', project_id: 'X3'}",
                "{name: 'S2', location: 'A:2', project_id: 'X1'}",
                "{name: 'S3', location: 'A:3', project_id: 'X2'}",
                "{name: 'S4', location: 'A:4'}");
        assertThat(map.categories())
                .containsExactly(new Category("X2", 0, 2), new Category("X1", 1, 1), new Category("X3", 2, 1));
        assertThat(only(map, "A:3"))
                .extracting(Occupant::brief, Occupant::value)
                .containsExactly("1", "X2");
        assertThat(only(map, "A:4").style()).isEqualTo("none");
    }

    @Test
    void aListIsOneCategoryWhateverItsOrder() {
        String species = "{name: '%s', location: '%s', bioinformatics_qc: {aggregated: {matching_species: [%s]}}}";
        PlateMap map = map(
                "matching_species",
                species.formatted("S1", "A:1", "'Homo sapiens', 'Bos taurus'"),
                species.formatted("S2", "A:2", "'Bos taurus', 'Homo sapiens'"));
        assertThat(map.categories()).containsExactly(new Category("Bos taurus, Homo sapiens", 0, 2));
    }

    @Test
    void moreCategoriesThanColoursStillLookDifferent() {
        List<String> wells = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            wells.add("{name: 'S%d', location: '%s', project_id: 'X%d'}"
                    .formatted(i, new WellPosition(i / 12, i % 12), i));
        }
        PlateMap map = map(PlateSize.OF_96, "project_id", wells);
        assertThat(map.categories().stream().map(Category::style)).hasSize(32).doesNotHaveDuplicates();
        assertThat(map.categories().get(8).style()).isEqualTo("cat-1 pat-1");
        assertThat(map.categories().stream().map(Category::number)).doesNotHaveDuplicates();
    }

    @Test
    void twoSamplesInOneWellAreBothThere() {
        PlateMap map = map("pc_cv", well("A:1", "S1", "1"), well("A:1", "S2", "2"), well("A:2", "S3", "3"));
        assertThat(map.at(new WellPosition(0, 0)).stream().map(Occupant::sample))
                .containsExactly("S1", "S2");
        assertThat(map)
                .extracting(PlateMap::used, PlateMap::unused, PlateMap::shared)
                .containsExactly(2, 94, 1L);
        assertThat(html(map))
                .contains("<td class=two>")
                .contains("href=/sample/S1")
                .contains("href=/sample/S2");
    }

    @Test
    void samplesThatShareASmallWellAreOneLinkToTheirRows() {
        PlateMap map = map(PlateSize.OF_384, "pc_cv", List.of(well("P:24", "S1", "1"), well("P:24", "S2", "2")));
        assertThat(html(map)).contains("href=?f.location=P%3A24#t-plate").contains("<b>2×</b>");
    }

    @Test
    void aPlateHasAllItsWells() {
        assertThat(html(map("pc_cv")).split("class=empty", -1)).hasSize(97);
        String large = html(map(PlateSize.OF_384, "pc_cv", List.of(well("P:24", "S1", "1"))));
        assertThat(large.split("class=empty", -1)).hasSize(384);
        assertThat(large).contains("<th scope=row>P</th>").contains("<th scope=col>24</th>");
    }

    @Test
    void aPlateWithWellsBeyondItsUsualFormatIsDrawnInTheLargerOne() {
        assertThat(map("pc_cv", well("P:24", "S1", "1")).size()).isEqualTo(PlateSize.OF_384);
        assertThat(map("pc_cv", well("H:12", "S1", "1")).size()).isEqualTo(PlateSize.OF_96);
    }

    @Test
    void samplesInNoWellOfThePlateAreListed() {
        PlateMap map = map("pc_cv", well("Z:1", "S1", "1"), well(":3", "S2", "1"), well("A:1", "S3", "1"));
        assertThat(map.nowhere()).containsExactly("S1", "S2");
        assertThat(map.used()).isEqualTo(1);
    }

    @Test
    void withoutAMetricWellsNameTheirSamples() {
        PlateMap map = map("", well("A:1", "S1", "1"));
        assertThat(only(map, "A:1"))
                .extracting(Occupant::brief, Occupant::style)
                .containsExactly("S1", "used");
        assertThat(map.title()).isEmpty();
    }

    @Test
    void theDetailsOfAWellHaveEveryMetricWithAValue() {
        assertThat(only(map("", well("A:1", "S1", "12.5")), "A:1").details())
                .isEqualTo("Sample\tS1\nQC flag\tPASSED\tpass\n%CV\t12.5%");
    }

    @Test
    void equalNumbersArePaintedAlike() {
        PlateMap map = map("pc_cv", well("A:1", "S1", "5"), well("A:2", "S2", "5"));
        assertThat(only(map, "A:1").style()).isEqualTo(only(map, "A:2").style());
    }

    @Test
    void numbersThatAreNearlyAlikeArePaintedAlike() {
        PlateMap map = map("pc_cv", well("A:1", "S1", "87.9"), well("A:2", "S2", "88.3"));
        assertThat(only(map, "A:1").style()).isIn("seq-2", "seq-3");
        assertThat(only(map, "A:2").style()).isIn("seq-2", "seq-3");
        assertThat(map.steps().values()).doesNotHaveDuplicates();
    }

    @Test
    void theScaleReachesToTheLimit() {
        String q30 = "{name: '%s', location: '%s', bioinformatics_qc: {aggregated: {pc_q30: %s}}}";
        PlateMap map = map("pc_q30", q30.formatted("S1", "A:1", "88"), q30.formatted("S2", "A:2", "89"));
        assertThat(map.steps().get("seq-0")).isEqualTo("75 to 77%");
        assertThat(only(map, "A:1").style()).isEqualTo("seq-5");
    }

    @Test
    void noNumberIsInTwoSteps() {
        assertThat(map("pc_cv", well("A:1", "S1", "1.5"), well("A:2", "S2", "9.8"))
                        .steps()
                        .values())
                .containsExactly(
                        "1.5 to 2.8%", "2.9 to 4.2%", "4.3 to 5.6%", "5.7 to 6.9%", "7.0 to 8.3%", "8.4 to 9.8%");
        assertThat(map("pc_cv", well("A:1", "S1", "1.5"), well("A:2", "S2", "1.8"))
                        .steps()
                        .values())
                .startsWith("1.50 to 1.54%", "1.55 to 1.59%");
    }

    @Test
    void wholeNumbersArePartedIntoWholeNumbers() {
        assertThat(map("pc_cv", well("A:1", "S1", "11"), well("A:2", "S2", "32"))
                        .steps()
                        .values())
                .containsExactly("11 to 14%", "15 to 17%", "18 to 21%", "22 to 24%", "25 to 28%", "29 to 32%");
        assertThat(map("pc_cv", well("A:1", "S1", "2"), well("A:2", "S2", "4"))
                        .steps()
                        .values())
                .containsExactly("2%", "3%", "4%");
    }

    @Test
    void valuesOfOneMetricHaveTheSameDecimals() {
        PlateMap map = map("pc_cv", well("A:1", "S1", "3"), well("A:2", "S2", "2.1"), well("A:3", "S3", "100"));
        assertThat(only(map, "A:1").brief()).isEqualTo("3.0");
        assertThat(only(map, "A:3").brief()).isEqualTo("100");
    }

    @Test
    void whatFailedIsMarkedByMoreThanItsColour() {
        PlateMap map = map(
                "qc_flag",
                "{name: 'S1', location: 'A:1', qc_flag: 'FAILED'}",
                "{name: 'S2', location: 'A:2', qc_flag: 'PASSED'}");
        assertThat(only(map, "A:1").side()).isEqualTo("bad");
        assertThat(only(map, "A:2").side()).isEmpty();
        assertThat(html(map)).contains("✕", ", failed");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "99.4, 99.4",
        "104.83, 105",
        "1234.5, 1230",
        "12345, 12.3k",
        "3456789, 3.46M",
        "0.01234, 0.0123",
        "0.00001234, 0.0000123",
        "-12.34, -12.3",
        "425898432, 426M",
        "999999, 1M",
        "5e12, 5000G"
    })
    void aWellHasRoomForThreeFigures(double number, String text) {
        assertThat(Metric.brief(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"A:1, true", "P:24, true", "a:1, false", "A1, false", "A:0, false", "AA:1, false", "':1', false"})
    void aLocationIsALetterAndANumber(String text, boolean isPlace) {
        assertThat(WellPosition.parse(text).map(WellPosition::toString))
                .isEqualTo(isPlace ? Optional.of(text) : Optional.empty());
    }
}
