package org.egcg.reporting.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemasTest {

    private final Schemas schemas = Schemas.packaged();

    @Test
    void theResourcesComeInTheApisOrder() {
        assertThat(schemas.names())
                .containsExactly(
                        "runs",
                        "lanes",
                        "run_elements",
                        "unexpected_barcodes",
                        "projects",
                        "samples",
                        "analysis_driver_procs",
                        "analysis_driver_stages",
                        "actions",
                        "species",
                        "genomes");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        runs, _id, run
        lanes, lane_id, lane
        run_elements, run_element_id, run_element
        unexpected_barcodes, _id, unexpected_barcode
        projects, _id, project
        samples, sample_id, sample
        analysis_driver_procs, proc_id, analysis_driver_proc
        analysis_driver_stages, stage_id, analysis_driver_stage
        actions, action_id, action
        species, name, specie
        genomes, assembly_name, genome
        """)
    void eachResourceHasItsIdFieldAndTitle(String resource, String idField, String title) {
        Schema schema = schemas.named(resource).orElseThrow();
        assertThat(schema.idField()).isEqualTo(idField);
        assertThat(schema.itemTitle()).isEqualTo(title);
        assertThat(schema.uniqueFields()).hasSize(1);
    }

    @Test
    void aRelationSaysWhetherItIsEmbeddable() {
        assertThat(schemas.named("runs").orElseThrow().relation("run_elements"))
                .contains(new DataRelation("run_elements", "run_element_id", true));
        assertThat(schemas.named("projects").orElseThrow().relation("samples"))
                .contains(new DataRelation("samples", "sample_id", false));
        assertThat(schemas.named("projects").orElseThrow().relation("project_id"))
                .isEmpty();
    }

    @Test
    void aPathLeadsIntoObjects() {
        Schema samples = schemas.named("samples").orElseThrow();
        assertThat(samples.rule("coverage.bases_at_coverage.bases_at_5X")).containsInstanceOf(Rule.Whole.class);
        assertThat(samples.rule("coverage.nothing")).isEmpty();
        assertThat(samples.rule("sample_id.nothing")).isEmpty();
        assertThat(samples.rule("nothing.at.all")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        resources: {runs: {item: run, fields: {a: text}}}                        | resources.runs.fields.a: unknown type text
        resources: {runs: {item: run, fields: {a: {type: float, max: 3}}}}       | resources.runs.fields.a.max: unknown key
        resources: {runs: {item: run, fields: {a: {type: integer, min: x}}}}     | resources.runs.fields.a.min: must be a whole number
        resources: {runs: {item: run, fields: {a: {type: integer, min: 3, max: 2}}}} | resources.runs.fields.a.min: is above max
        resources: {runs: {item: run, fields: {a: {type: list, refers to: b.c}}}} | resources.runs.fields.a: refers to b.c, which does not exist
        resources: {runs: {item: run, fields: {a: {type: string, allowed: [x], default: y}}}} | resources.runs.fields.a.default: is not among the allowed values
        resources: {runs: {item: run, id field: b, fields: {a: string}}}         | resources.runs.id field: no field named b
        resources: {runs: {fields: {a: string}}}                                 | resources.runs.item: is missing
        resources: {runs: {item: run, fields: {a: {required: true}}}}            | resources.runs.fields.a.type: is missing
        resourses: {}                                                            | resourses: unknown key
        resources: [                                                             | line 2
        """)
    void aMistakeIsReportedByFileAndKey(String yaml, String message) {
        assertThatThrownBy(() -> Schemas.read("schema.yaml", yaml + "\n"))
                .isInstanceOf(Misconfigured.class)
                .hasMessageStartingWith("schema.yaml: " + message);
    }
}
