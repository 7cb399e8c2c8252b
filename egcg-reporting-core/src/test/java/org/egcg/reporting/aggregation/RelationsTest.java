package org.egcg.reporting.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.egcg.reporting.aggregation.AggregatedField.field;
import static org.egcg.reporting.aggregation.Join.on;
import static org.egcg.reporting.aggregation.Relation.relation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.store.Index;
import org.egcg.reporting.yaml.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Relations as a file has them, and as programs add to them. */
class RelationsTest {

    private static final YieldTable YIELDS = new YieldTable(List.of(30), Map.of(120, 95));
    private static final Relations PACKAGED = Relations.packaged(YIELDS);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            relation: {}                                               | relation: unknown key
            relations: {runs: {named: run_id}}                         | relations.runs.named: unknown key
            relations: {runs: {}}                                      | relations.runs.named by: is missing
            relations: {runs: {named by: run_id, fields: {a: {}}}}     | relations.runs.fields.a.formula: is missing
            relations: {runs: {named by: run_id, fields: {a: {formula: 'b +'}}}} \
                | relations.runs.fields.a.formula: formula 'b +', position 4
            relations: {runs: {named by: run_id, fields: {a: {formula: 'summe(b)'}}}} \
                | position 1: no function is called 'summe', only these: coalesce, count
            relations: {runs: {named by: run_id, fields: {a: {formula: 'percentage(b)'}}}} \
                | position 1: it is called as percentage(part, whole), not with 1
            relations: {runs: {named by: run_id, fields: {a: {formula: 'sum(1)'}}}} \
                | position 5: it is called as sum(list.field)
            relations: {runs: {named by: run_id, fields: {a: {formula: 'most_recent(b.c)'}}}} \
                | position 13: it is called as most_recent(list), without a field of the members
            relations: {runs: {named by: run_id, fields: {a: {formula: aggregated.b}}}} \
                | relations.runs.fields: a: nothing computes aggregated.b
            relations: {runs: {named by: run_id, fields: {a: {formula: aggregated.b}, b: {formula: 1 + aggregated.a}}}} \
                | relations.runs.fields: a needs itself, by way of a, b
            relations: {runs: {named by: run_id, fields: {a: {formula: '1'}, a.b: {formula: '2'}}}} \
                | relations.runs.fields: a.b would lie inside of a
            relations: {runs: {named by: run_id, fields: {a b: {formula: '1'}}}} \
                | relations.runs.fields.a b: no field of documents can be called 'a b'
            relations: {runs: {named by: run_id, gathers: {lanes: {}}}} \
                | relations.runs.gathers.lanes.by: must say which field
            relations: {runs: {named by: run_id, gathers: {lanes: {by: {run_id: run_id}, only: {useable: yes}}}}} \
                | relations.runs.gathers.lanes.only.useable: must be text; YAML reads yes and no as true and false
            relations: {runs: {named by: a, gathers: {lanes: {by: {a: a}}}}, lanes: {named by: b, gathers: {runs: {by: {a: a}}}}} \
                | relations: runs gathers itself, by way of runs, lanes
            """)
    void whatNoRelationCanSayIsRefusedWithItsPlace(String yaml, String reason) {
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> Relations.read(Section.read("mine.yaml", yaml), YIELDS))
                .withMessageContaining("mine.yaml")
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            relations: {things: {named by: x, fields: {a: {formula: x}}}}        | relations.things: no resource
            relations: {runs: {fields: {a: {formula: nowhere}}}} \
                | relations.runs.fields.a.formula: documents of runs have no field nowhere
            relations: {runs: {fields: {a: {formula: sum(run_elements.nowhere)}}}} \
                | relations.runs.fields.a.formula: documents of runs have no field run_elements.nowhere
            relations: {runs: {fields: {a: {formula: 'count(run_elements where bar == "x")'}}}} \
                | documents of runs have no field run_elements.bar
            relations: {runs: {fields: {a: {formula: sum(run_elements.aggregated.nowhere)}}}} \
                | documents of runs have no field run_elements.aggregated.nowhere
            relations: {runs: {gathers: {things: {by: {a: run_id}}}}} \
                | relations.runs.gathers.things: no resource of the schema is called things
            relations: {runs: {gathers: {lanes: {by: {nowhere: run_id}}}}} \
                | relations.runs.gathers.lanes.by: documents of lanes have no field nowhere
            relations: {runs: {gathers: {lanes: {by: {run_id: run_id}, only: {nowhere: x}}}}} \
                | relations.runs.gathers.lanes.only: documents of lanes have no field nowhere
            relations: {runs: {indexes: {append: [aggregated.nowhere]}}} \
                | relations.runs.indexes.append[0]: documents have no field aggregated.nowhere
            """)
    void whatDoesNotExistIsRefusedInTheOverlayThatNamesIt(String yaml, String reason) {
        Section file = packaged().under(Section.read("relations.overlay.yaml", yaml));

        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> new RelationsCheck(file, Schemas.packaged(), Relations.read(file, YIELDS)).checked())
                .withMessageContaining("relations.overlay.yaml")
                .withMessageContaining(reason);
    }

    @Test
    void whatIsBroughtAlongMayBeAboutFieldsThatASchemaOfOnesOwnLacks() {
        Schemas small = Schemas.read("mine.yaml", "resources: {runs: {item: run, fields: {run_id: string}}}");

        assertThat(new RelationsCheck(packaged(), small, PACKAGED).checked()).isSameAs(PACKAGED);
    }

    @Test
    void anOverlayAddsAMetricThatAnEarlierOneUses() {
        Section file = packaged().under(Section.read("relations.overlay.yaml", """
                relations:
                  run_elements:
                    fields:
                      pc_q30: {formula: 'coalesce(aggregated.pc_q30_mine, 0)'}
                      pc_q30_mine: {formula: 'percentage(q30_bases_r1, bases_r1)', unit: '%', means: Mine.}
                      pc_phix: null
                """));
        Relation relation = Relations.read(file, YIELDS).of("run_elements").orElseThrow();

        BsonDocument aggregated = relation.aggregate(json("{\"q30_bases_r1\": 1, \"bases_r1\": 4}"));
        assertThat(aggregated.get("pc_q30")).isEqualTo(aggregated.get("pc_q30_mine"));
        assertThat(aggregated).doesNotContainKey("pc_phix");
        assertThat(relation.fields())
                .as("one more and one less")
                .hasSameSizeAs(PACKAGED.of("run_elements").orElseThrow().fields());
    }

    @Test
    void aProgramAddsAFieldAndAListToARelation() {
        Relations more = PACKAGED.with(relation("projects", "project_id")
                .gathers("runs_of_it", "runs", on("project_id"))
                .computes(field("n_runs", Expressions.count(Each.each("runs_of_it")))));

        Relation projects = more.of("projects").orElseThrow();
        assertThat(projects.fields()).extracting(AggregatedField::name).endsWith("most_recent_proc", "n_runs");
        assertThat(projects.aggregate(json("{\"runs_of_it\": [{}, {}]}")).get("n_runs"))
                .isEqualTo(new BsonInt64(2));
        assertThat(more.indexes()).contains(Index.on("runs", "project_id"));
        assertThat(PACKAGED.of("projects").orElseThrow().fields()).hasSize(4);
    }

    @Test
    void childrenAreComputedBeforeWhatGathersThem() {
        Relations more = PACKAGED.with(relation("samples", "sample_id").gathers("genomes", on("sample_id")))
                .with(relation("genomes", "assembly_name").computes(field("one", Expressions.constant(1))))
                .with(relation("institutes", "name").gathers("projects", on("name")));

        assertThat(more.all())
                .extracting(Relation::resource)
                .containsExactly(
                        "run_elements", "species", "lanes", "runs", "genomes", "samples", "projects", "institutes");
    }

    @Test
    void twoFieldsOfOneNameAreRefused() {
        Relation again = relation("runs", "run_id").computes(field("pc_q30", Expressions.constant(1)));

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> PACKAGED.with(again))
                .withMessage("pc_q30 is computed twice");
    }

    @Test
    void anExpressionOfOnesOwnSeesWhatIsComputedBeforeIt() {
        Relation relation = relation("things", "name")
                .computes(field("a", Expressions.value("x")))
                .computes(field("b", entity -> entity.getDocument("aggregated").get("a")));

        assertThat(relation.aggregate(json("{\"x\": 7}"))).isEqualTo(json("{\"a\": 7, \"b\": 7}"));
    }

    @Test
    void ofChildrenOnlyThatIsReadWhatFormulasLookAt() {
        Relation projects = PACKAGED.of("projects").orElseThrow();

        assertThat(projects.sources().get(0).projection().keySet())
                .containsExactly("_id", "_etag", "delivered", "reviewed", "sample_id");
        assertThat(projects.sources().get(1).projection().toJson()).isEqualTo("{\"aggregated\": 0}");
        assertThat(PACKAGED.of("samples").orElseThrow().sources())
                .as("useable run elements and all of them are read in one go")
                .hasSize(2);
    }

    @Test
    void anExpressionThatDoesNotSayWhatItReadsIsGivenWholeChildren() {
        Relation whole = relation("runs", "run_id")
                .gathers("run_elements", on("run_id"))
                .computes(
                        field("n", Expressions.total("run_elements.bases_r1")),
                        field("mine", entity -> entity.get("run_elements")));

        assertThat(whole.sources().get(0).projection().toJson()).isEqualTo("{\"aggregated\": 0}");
    }

    @Test
    void whatChildrenAddUpToIsReadWhereItIsAskedFor() {
        Relation runs = relation("runs", "run_id")
                .gathers("run_elements", on("run_id"))
                .computes(field("a", Formula.parse("mean(run_elements.aggregated.pc_q30)")));

        assertThat(runs.sources().get(0).projection().keySet()).containsExactly("_id", "_etag", "aggregated");
    }

    @Test
    void aFormulaKnowsWhatItReads() {
        assertThat(reads("percentage(a.b, c) + 1")).containsExactlyInAnyOrder("a.b", "c");
        assertThat(reads("set(m.v where w != 'x' and not u == null)")).containsExactlyInAnyOrder("m.v", "m.w", "m.u");
        assertThat(reads("most_recent(m)")).containsExactly("m");
        assertThat(reads("1")).isEmpty();
    }

    private static Set<String> reads(String formula) {
        return Formula.parse(formula).reads().orElseThrow();
    }

    private static Section packaged() {
        try (var file = Relations.class.getResourceAsStream("/org/egcg/reporting/etc/relations.yaml")) {
            return Section.read(
                    "relations.yaml", new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static BsonDocument json(String text) {
        return JsonReader.read(text).asDocument();
    }
}
