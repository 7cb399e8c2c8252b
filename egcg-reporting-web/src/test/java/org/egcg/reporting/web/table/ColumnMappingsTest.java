package org.egcg.reporting.web.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.egcg.reporting.aggregation.KnownFields;
import org.egcg.reporting.aggregation.Relations;
import org.egcg.reporting.aggregation.YieldTable;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.review.Thresholds;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.yaml.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnMappingsTest {

    @ParameterizedTest
    @CsvSource({
        "runs,30,19",
        "projects,11,10",
        "project_status,26,15",
        "plate_status,20,13",
        "demultiplexing,35,24",
        "lane_aggregation,37,23",
        "unexpected_barcodes,3,3",
        "samples,57,24",
        "sample_run_elements,32,24",
        "species,4,4",
        "genomes,11,8",
        "yields,3,3",
        "libraries,8,7",
        "libraries_child,6,6",
        "simple_plot_child,2,2",
        "libraries_child_flatten,10,10",
        "sample_qc,8,6",
        "sample_qc_child,6,6",
        "sample_qc_child_flatten,10,9",
        "genotyping,5,5",
        "genotyping_child,4,4",
        "genotyping_child_flatten,7,7",
        "library_plot_metrics,26,20",
        "genotype_plot_metrics,4,4",
        "seq_plot_metrics,14,14",
        "seq_plot_colors,6,6"
    })
    void everyTableHasItsColumns(String table, int columns, int shown) {
        assertThat(Tables.SHIPPED.table(table).columns()).hasSize(columns);
        assertThat(Tables.SHIPPED.table(table).firstShown()).hasSize(shown);
    }

    /** Whoever reads the headings from left to right meets each group once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "runs",
                "project_status",
                "plate_status",
                "demultiplexing",
                "lane_aggregation",
                "samples",
                "sample_run_elements"
            })
    void noGroupHasTwoHeadings(String table) {
        List<String> groups = new ArrayList<>();
        for (Column column : Tables.SHIPPED.table(table).columns()) {
            String group = column.group().orElse("");
            if (column.visible()
                    && (groups.isEmpty() || !groups.get(groups.size() - 1).equals(group))) {
                groups.add(group);
            }
        }
        assertThat(groups).doesNotHaveDuplicates();
    }

    /** What is said of a metric outside of tables has the name of its column, with or without the unit. */
    @ParameterizedTest
    @CsvSource({"lane_aggregation, LANE", "demultiplexing, RUN_ELEMENT", "samples, SAMPLE"})
    void aLimitHasTheNameOfItsColumn(String table, Subject subject) {
        for (Column column : Tables.SHIPPED.table(table).columns()) {
            Thresholds.packaged()
                    .of(subject)
                    .getOrDefault(column.order().toString(), List.of())
                    .forEach(limit -> assertThat(List.of(column.name(), column.title()))
                            .as(limit.metric())
                            .anyMatch(limit.title()::equalsIgnoreCase));
        }
    }

    @Test
    void aTableMayReplaceWholeKeysOfAColumn() {
        Column yield =
                Tables.SHIPPED.table("demultiplexing").column("yield_in_gb").orElseThrow();
        assertThat(yield.format().limit()).isEmpty();
        assertThat(yield.visible()).isFalse();
        assertThat(yield.path()).hasToString("aggregated.yield_in_gb");
    }

    @Test
    void aDotThatBelongsToANameIsEscaped() {
        assertThat(Tables.SHIPPED
                        .table("libraries_child")
                        .column("qpcr_concentration")
                        .orElseThrow()
                        .path()
                        .names())
                .containsExactly("udfs", "Adjusted Conc. (nM)");
        assertThat(Tables.SHIPPED
                        .table("library_plot_metrics")
                        .column("av_conc")
                        .orElseThrow()
                        .path()
                        .names())
                .containsExactly("udfs", "Ave. Conc. (nM)");
    }

    @Test
    void aUnitAtTheEndOfATitleIsSetApart() {
        Column yield =
                Tables.SHIPPED.table("samples").column("clean_yield_in_gb").orElseThrow();
        assertThat(yield.name()).isEqualTo("Clean Yield");
        assertThat(yield.unit()).isEqualTo("Gb");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{data: run_id, title: Run, fmt: {type: money}}|there is no format 'money'",
                "{data: run_id, title: Run, fmt: {name: guess}}|there is no function 'guess'",
                "{data: run_id, title: Run, fmt: {min: 1, maximum: 2}}|unknown key",
                "{data: aggregated..x, title: Run}|is no path",
                "{data: nowhere, title: Run}|no row has a value at 'nowhere'",
                "{data: aggregated.pc_q31, title: Run}|no row has a value at 'aggregated.pc_q31'",
                "{data: aggregated.from_all_run_elements.pc_q30, title: Run}|no row has a value at",
                "{data: aggregated, title: Run}|no row has a value at 'aggregated'",
                "{data: coverage.nowhere, title: Run}|no row has a value at 'coverage.nowhere'",
                "{data: run_id, colour: red}|unknown key"
            })
    void aDefinitionThatMakesNoSenseIsRefusedByName(String definition, String reason) {
        Section columns = Section.read("mine.yaml", "column_def: {a: " + definition + "}\nruns: [a]\n");
        assertThatThrownBy(() -> ColumnMappings.read(columns, Section.read("none.yaml", "metrics_def: {}"))
                        .checked(
                                columns,
                                new KnownPaths(new KnownFields(
                                        Schemas.packaged(), Relations.packaged(new YieldTable(List.of(), Map.of()))))))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("mine.yaml")
                .hasMessageContaining(reason);
    }

    @Test
    void theSampleInAWellIsLookedIntoAsWell() {
        Section none = Section.read("none.yaml", "column_def: {}\n");
        Section metrics = Section.read(
                "plates.yaml",
                "metrics_def: {a: {data: bioinformatics_qc.aggregated.nowhere, title: A}}\nlibrary_plot_metrics: [a]\n");
        assertThatThrownBy(() -> ColumnMappings.read(none, metrics)
                        .checked(
                                metrics,
                                new KnownPaths(new KnownFields(
                                        Schemas.packaged(), Relations.packaged(new YieldTable(List.of(), Map.of()))))))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("no row has a value at 'bioinformatics_qc.aggregated.nowhere'");
    }

    @Test
    void aTableThatNamesNoColumnIsRefused() {
        Section columns = Section.read("mine.yaml", "column_def: {}\nruns: [b]\n");
        assertThatThrownBy(() -> ColumnMappings.read(columns, Section.read("none.yaml", "metrics_def: {}")))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("no column is called b");
    }
}
