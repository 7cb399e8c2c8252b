package org.egcg.reporting.schema.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidatorTest {

    private static final Schemas SCHEMAS = Schemas.packaged();
    private static final String ID = "5c5416b5a0e7c80e8a6f0001";

    private final StoredValues store = new StoredValues();
    private final Validator validator = new Validator(store);

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        runs        | {}                                                   | {"run_id": "required field"}
        runs        | {"run_id": null}                                     | {"run_id": "null value not allowed"}
        runs        | {"run_id": 5}                                        | {"run_id": "must be of string type"}
        runs        | {"run_id": {"$ne": 1}}                               | {"run_id": "must be of string type"}
        runs        | {"run_id": "r", "number_of_lanes": 0}                | {"number_of_lanes": "min value is 1"}
        runs        | {"run_id": "r", "number_of_lanes": 9}                | {"number_of_lanes": "max value is 8"}
        runs        | {"run_id": "r", "number_of_lanes": "12"}             | {"number_of_lanes": "max value is 8"}
        runs        | {"run_id": "r", "number_of_lanes": "x"}              | {"number_of_lanes": "must be of integer type"}
        runs        | {"run_id": "r", "number_of_lanes": NaN}              | {"number_of_lanes": "must be of integer type"}
        runs        | {"run_id": "r", "_id": "x"}                          | {"_id": "must be of objectid type"}
        runs        | {"run_id": "r", "_etag": "x"}                        | {"_etag": "unknown field"}
        runs        | {"run_id": "r", "aggregated": {"x": 1}}              | {"aggregated": "unknown field"}
        runs        | {"run_id": "r", "_links": {}, "zz": null}            | {"_links": "unknown field", "zz": "unknown field"}
        lanes       | {"lane_id": "l", "_id": "5c5416b5a0e7c80e8a6f0001"}  | {"_id": "unknown field"}
        runs        | {"run_id": "r", "run_elements": "re_1"}              | {"run_elements": "must be of list type"}
        runs        | {"run_id": "r", "run_elements": {"a": 1}}            | {"run_elements": "must be of list type"}
        runs        | {"run_id": "r", "run_elements": [5]}                 | {"run_elements": {"0": "must be of string type"}}
        runs        | {"run_id": "r", "run_elements": null}                | {"run_elements": "null value not allowed"}
        genomes     | {"assembly_name": "g", "analyses_supported": ["qc", "x", "y"]} | {"analyses_supported": {"1": "unallowed value x", "2": "unallowed value y"}}
        genomes     | {"assembly_name": "g", "project_whitelist": ["a", null]}       | {"project_whitelist": {"1": "null value not allowed"}}
        genomes     | {"assembly_name": "g", "data_files": []}             | {"data_files": "must be of dict type"}
        genomes     | {"assembly_name": "g", "tools_used": "x"}            | {"tools_used": "must be of dict type"}
        genomes     | {"assembly_name": "g", "date_added": "2019-01-01"}   | {"date_added": "must be of datetime type"}
        genomes     | {"assembly_name": "g", "date_added": 5}              | {"date_added": "must be of datetime type"}
        genomes     | {"assembly_name": "g", "date_added": 0}              | {"date_added": "null value not allowed"}
        genomes     | {"assembly_name": "g", "date_added": false}          | {"date_added": "null value not allowed"}
        genomes     | {"assembly_name": "g", "date_added": ""}             | {"date_added": "null value not allowed"}
        samples     | {"sample_id": "s", "project_id": "p", "reviewed": ""}                       | {"reviewed": "unallowed value "}
        samples     | {"sample_id": "s", "project_id": "p", "delivered": "maybe"}                 | {"delivered": "unallowed value maybe"}
        samples     | {"sample_id": "s", "project_id": "p", "coverage": {"evenness": "x"}}        | {"coverage": {"evenness": "must be of float type"}}
        samples     | {"sample_id": "s", "project_id": "p", "coverage": {"zz": 1}}                | {"coverage": {"zz": "unknown field"}}
        samples     | {"sample_id": "s", "project_id": "p", "coverage.zz.y": 1}                   | {"coverage": {"zz": "unknown field"}}
        samples     | {"sample_id": "s", "project_id": "p", "coverage": 5, "coverage.mean": 1}    | {"coverage": "must be of dict type"}
        samples     | {"sample_id": "s", "project_id": "p", "plate_name.x": 1}                    | {"plate_name": "must be of string type"}
        samples     | {"sample_id": "s", "project_id": "p", "zz.y.x": 1}                          | {"zz": "unknown field"}
        samples     | {"sample_id": "s", "project_id": "p", "files_delivered": [{}, {"size": "x"}, 5]} | {"files_delivered": {"1": {"size": "must be of integer type"}, "2": "must be of dict type"}}
        samples     | {"sample_id": "s", "project_id": "p", "non_fr_inserts": {"$a": 1}}          | {"non_fr_inserts": {"$a": "field names must not start with '$' or contain NUL"}}
        samples     | {"sample_id": "s", "project_id": "p", "non_fr_inserts": {"a": [{"b": Infinity}]}} | {"non_fr_inserts": {"a": {"0": {"b": "must be of float type"}}}}
        run_elements | {"run_element_id": "re_4", "lane": "x", "zz": 1} | {"lane": "must be of integer type", "library_id": "required field", "project_id": "required field", "run_id": "required field", "sample_id": "required field", "zz": "unknown field"}
        """)
    void aNewDocumentIsRefusedWithAllItsIssues(String resource, String document, String issues) {
        assertThat(insert(resource, document)).isEqualTo(new Checked.Refused(BsonDocument.parse(issues)));
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        runs        | {"run_id": ""}                                       | {"run_id": ""}
        runs        | {"run_id": "r", "number_of_lanes": "5"}              | {"run_id": "r", "number_of_lanes": 5}
        runs        | {"run_id": "r", "number_of_lanes": 1.5}              | {"run_id": "r", "number_of_lanes": 1}
        runs        | {"run_id": "r", "number_of_lanes": true}             | {"run_id": "r", "number_of_lanes": 1}
        runs        | {"run_id": "r", "run_elements": []}                  | {"run_id": "r", "run_elements": []}
        runs        | {"run_id": "r", "_id": "5C5416B5A0E7C80E8A6F0001"}   | {"run_id": "r", "_id": {"$oid": "5c5416b5a0e7c80e8a6f0001"}}
        lanes       | {"lane_id": "l", "interop_metrics": {"yield_r1": 3}} | {"lane_id": "l", "interop_metrics": {"yield_r1": 3.0}}
        lanes       | {"lane_id": "l", "interop_metrics": {}}              | {"lane_id": "l", "interop_metrics": {}}
        species     | {"name": "s", "approximate_genome_size": "1.5"}      | {"name": "s", "approximate_genome_size": 1.5}
        species     | {"name": "s", "approximate_genome_size": 1e300}      | {"name": "s", "approximate_genome_size": 1e300}
        genomes     | {"assembly_name": "g", "date_added": "1_2_2019_3:4:5"}       | {"assembly_name": "g", "date_added": {"$date": "2019-02-01T03:04:05Z"}}
        genomes     | {"assembly_name": "g", "analyses_supported": ["qc", "qc"]}   | {"assembly_name": "g", "analyses_supported": ["qc", "qc"]}
        genomes     | {"assembly_name": "g", "tools_used": {"a.b": 1, "c": null}}  | {"assembly_name": "g", "tools_used": {"a.b": 1, "c": null}}
        genomes     | {"assembly_name": "g", "tools_used.a.b": 1}                  | {"assembly_name": "g", "tools_used": {"a": {"b": 1}}}
        genomes     | {"assembly_name": "g", "data_files.fasta": "f", "data_files": {"variation": "v"}} | {"assembly_name": "g", "data_files": {"variation": "v", "fasta": "f"}}
        genomes     | {"assembly_name": "g", "data_files.vqsr.hapmap": "h"}        | {"assembly_name": "g", "data_files": {"vqsr": {"hapmap": "h"}}}
        """)
    void aNewDocumentIsBroughtIntoStoredForm(String resource, String document, String stored) {
        assertThat(accepted(insert(resource, document)))
                .usingRecursiveComparison()
                .isEqualTo(accepted(new Checked.Accepted(longs(BsonDocument.parse(stored)))));
    }

    @Test
    void defaultsFillWhatIsAbsentOrNull() {
        BsonDocument sample = accepted(insert("samples", """
                {"sample_id": "s", "project_id": "p", "reviewed": null, "useable": "yes"}"""));
        assertThat(sample).isEqualTo(BsonDocument.parse("""
                {"sample_id": "s", "project_id": "p", "reviewed": "not reviewed", "useable": "yes",
                 "delivered": "no", "input_fastqs_deleted": "no", "data_deleted": "none"}"""));
    }

    @Test
    void integersKeep64BitsAndNoMore() {
        assertThat(accepted(insert("genomes", """
                        {"assembly_name": "g", "goldenpath": {"$numberLong": "9223372036854775807"}}""")).getInt64("goldenpath").getValue())
                .isEqualTo(Long.MAX_VALUE);
        for (String beyond :
                List.of("{\"$numberDecimal\": \"9223372036854775808\"}", "\"9223372036854775808\"", "1e19")) {
            assertThat(insert("genomes", "{\"assembly_name\": \"g\", \"goldenpath\": " + beyond + "}"))
                    .isEqualTo(refused("{\"goldenpath\": \"must be of integer type\"}"));
        }
    }

    @Test
    void floatsThatAreNoNumbersAreRefused() {
        for (String value : List.of("NaN", "Infinity", "\"nan\"", "\"1e999\"", "\"\"", "\"x\"", "[]")) {
            assertThat(insert("species", "{\"name\": \"s\", \"approximate_genome_size\": " + value + "}"))
                    .isEqualTo(refused("{\"approximate_genome_size\": \"must be of float type\"}"));
        }
    }

    @Test
    void textThatIsNoUnicodeIsRefused() {
        BsonDocument run = new BsonDocument("run_id", new BsonString("half a pair: \ud800"));
        assertThat(validator.inserts(schema("runs"), List.of(run)))
                .containsExactly(refused("{\"run_id\": \"must be of string type\"}"));
    }

    @Test
    void nullIsStoredWhereTheSchemaAllowsIt() {
        assertThat(accepted(insert("analysis_driver_stages", """
                {"stage_id": "s", "analysis_driver_proc": "p", "stage_name": "n",
                 "date_started": "01_02_2019_10:11:12", "date_finished": "", "exit_status": null}""")))
                .containsEntry("date_finished", BsonNull.VALUE)
                .containsEntry("exit_status", BsonNull.VALUE);
    }

    @Test
    void whatIsNoDocumentIsRefusedInItsOwnWords() {
        BsonArray members = BsonArray.parse("[5, \"x\", null, [], [1, \"a\", null, true], {\"run_id\": \"r\"}]");
        assertThat(validator.inserts(schema("runs"), members))
                .containsExactly(
                        refused("{\"validation exception\": \"'5' is not a document, must be a dict\"}"),
                        refused("{\"validation exception\": \"'x' is not a document, must be a dict\"}"),
                        refused("{\"validation exception\": \"document is missing\"}"),
                        refused("{\"validation exception\": \"'[]' is not a document, must be a dict\"}"),
                        refused(
                                "{\"validation exception\": \"'[1, 'a', None, True]' is not a document, must be a dict\"}"),
                        new Checked.Accepted(BsonDocument.parse("{\"run_id\": \"r\"}")));
    }

    @Test
    void changesThatAreNoDocumentAreRefusedInTheirOwnWords() {
        BsonDocument stored = stored("{\"run_id\": \"r\"}");
        assertThat(validator.update(schema("runs"), stored, new BsonArray()))
                .isEqualTo(refused("{\"validator exception\": \"'[]' is not a document, must be a dict\"}"));
    }

    @Test
    void referencesMustExist() {
        store.with("run_elements", "{\"run_element_id\": \"re_1\"}");
        assertThat(insert("runs", "{\"run_id\": \"r\", \"run_elements\": [\"re_1\", \"re_1\"]}"))
                .isInstanceOf(Checked.Accepted.class);
        assertThat(insert("runs", "{\"run_id\": \"r\", \"run_elements\": [\"re_1\", \"re_2\", null]}"))
                .isEqualTo(refused("""
                        {"run_elements": {
                          "1": "value 're_2' must exist in resource 'run_elements', field 'run_element_id'.",
                          "2": ["value 'None' must exist in resource 'run_elements', field 'run_element_id'.",
                                "null value not allowed"]}}"""));
    }

    @Test
    void aBusinessIdThatIsTakenIsRefused() {
        store.with("runs", "{\"run_id\": \"r\"}");
        assertThat(insert("runs", "{\"run_id\": \"r\"}"))
                .isEqualTo(refused("{\"run_id\": \"value 'r' is not unique\"}"));
    }

    @Test
    void theSecondOfTwoEqualBusinessIdsInOneRequestIsRefused() {
        assertThat(validator.inserts(
                        schema("runs"),
                        BsonArray.parse("[{\"run_id\": \"r\"}, {\"run_id\": \"r\"}, {\"run_id\": \"s\"}]")))
                .containsExactly(
                        new Checked.Accepted(BsonDocument.parse("{\"run_id\": \"r\"}")),
                        refused("{\"run_id\": \"value 'r' is not unique\"}"),
                        new Checked.Accepted(BsonDocument.parse("{\"run_id\": \"s\"}")));
    }

    @Test
    void theSecondOfTwoEqualIdentifiersInOneRequestIsRefused() {
        List<Checked> answers = validator.inserts(
                schema("runs"),
                BsonArray.parse("[{\"run_id\": \"r\", \"_id\": \"" + ID + "\"}, {\"run_id\": \"s\", \"_id\": \"" + ID
                        + "\"}]"));
        assertThat(answers.get(1)).isEqualTo(refused("{\"_id\": \"value '" + ID + "' is not unique\"}"));
    }

    @Test
    void aBatchOfTenThousandAsksTheStoreOncePerField() {
        List<BsonValue> batch = new ArrayList<>();
        IntStream.range(0, 10_000)
                .forEach(number -> batch.add(BsonDocument.parse(
                        "{\"run_id\": \"r%d\", \"run_elements\": [\"re_%d\"], \"analysis_driver_procs\": [\"p\"]}"
                                .formatted(number, number))));
        validator.inserts(schema("runs"), batch);
        assertThat(store.questions)
                .containsExactlyInAnyOrder(
                        "taken runs.run_id x10000",
                        "existing run_elements.run_element_id x10000",
                        "existing analysis_driver_procs.proc_id x1");
    }

    @Test
    void changesNeedNotBeComplete() {
        assertThat(update(
                        "run_elements",
                        "{\"run_element_id\": \"re_1\", \"reviewed\": \"pass\", \"useable\": \"yes\"}",
                        "{\"total_reads\": \"7\"}"))
                .isEqualTo(new Checked.Accepted(longs(BsonDocument.parse("{\"total_reads\": 7}"))));
    }

    @Test
    void changesFillADefaultThatTheStoredDocumentLacks() {
        assertThat(update(
                        "run_elements",
                        "{\"run_element_id\": \"re_1\", \"reviewed\": \"pass\"}",
                        "{\"useable\": null}"))
                .isEqualTo(new Checked.Accepted(BsonDocument.parse("{\"useable\": \"not marked\"}")));
        assertThat(update("run_elements", "{\"reviewed\": \"pass\", \"useable\": \"yes\"}", "{\"useable\": null}"))
                .isEqualTo(refused("{\"useable\": \"null value not allowed\"}"));
    }

    @Test
    void aDocumentMayKeepItsBusinessIdAndTakeAFreeOneButNotAnothers() {
        store.with("genomes", "{\"assembly_name\": \"g1\", \"_id\": {\"$oid\": \"" + ID + "\"}}")
                .with("genomes", "{\"assembly_name\": \"g2\"}");
        String stored = "{\"assembly_name\": \"g1\"}";
        assertThat(update("genomes", stored, "{\"assembly_name\": \"g1\"}")).isInstanceOf(Checked.Accepted.class);
        assertThat(update("genomes", stored, "{\"assembly_name\": \"g3\"}")).isInstanceOf(Checked.Accepted.class);
        assertThat(update("genomes", stored, "{\"assembly_name\": \"g2\"}"))
                .isEqualTo(refused("{\"assembly_name\": \"value 'g2' is not unique\"}"));
        assertThat(replace("genomes", stored, "{\"assembly_name\": \"g2\"}"))
                .isEqualTo(refused("{\"assembly_name\": \"value 'g2' is not unique\"}"));
    }

    @Test
    void aReplacementIsCompleteAndFilledWithDefaults() {
        assertThat(replace("runs", "{\"run_id\": \"r\"}", "{\"number_of_lanes\": null}"))
                .isEqualTo(
                        refused("{\"number_of_lanes\": \"null value not allowed\", \"run_id\": \"required field\"}"));
        assertThat(accepted(replace(
                        "samples", "{\"reviewed\": \"pass\"}", "{\"sample_id\": \"s\", \"project_id\": \"p\"}")))
                .containsEntry("reviewed", new BsonString("not reviewed"));
    }

    @Test
    void theIdentifierMayBeRepeatedButNotChanged() {
        assertThat(update("runs", "{}", "{\"_id\": \"" + ID + "\", \"number_of_lanes\": 2}"))
                .isEqualTo(new Checked.Accepted(longs(BsonDocument.parse("{\"number_of_lanes\": 2}"))));
        assertThatThrownBy(() -> update("runs", "{}", "{\"_id\": \"5c5416b5a0e7c80e8a6f0002\"}"))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void aKeyOfEndlessStepsIsMalformed() {
        String key = "tools_used" + ".a".repeat(100_000);
        assertThatThrownBy(() ->
                        validator.inserts(schema("genomes"), List.of(new BsonDocument(key, new BsonString("deep")))))
                .isInstanceOf(Malformed.class);
    }

    private Checked insert(String resource, String document) {
        return validator
                .inserts(schema(resource), List.of(BsonDocument.parse(document)))
                .get(0);
    }

    private Checked update(String resource, String stored, String changes) {
        return validator.update(schema(resource), stored(stored), BsonDocument.parse(changes));
    }

    private Checked replace(String resource, String stored, String document) {
        return validator.replacement(schema(resource), stored(stored), BsonDocument.parse(document));
    }

    private static BsonDocument stored(String json) {
        return BsonDocument.parse(json).append("_id", new org.bson.BsonObjectId(new org.bson.types.ObjectId(ID)));
    }

    private static Schema schema(String resource) {
        return SCHEMAS.named(resource).orElseThrow();
    }

    private static Checked refused(String issues) {
        return new Checked.Refused(BsonDocument.parse(issues));
    }

    private static BsonDocument accepted(Checked checked) {
        assertThat(checked).isInstanceOf(Checked.Accepted.class);
        return ((Checked.Accepted) checked).document();
    }

    /** Integers are stored with 64 bits; the parser of these tests makes them 32. */
    private static BsonDocument longs(BsonDocument document) {
        document.replaceAll((key, value) ->
                value.isInt32() ? new org.bson.BsonInt64(value.asInt32().getValue()) : value);
        return document;
    }
}
