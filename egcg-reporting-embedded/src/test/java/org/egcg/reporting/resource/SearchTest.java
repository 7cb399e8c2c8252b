package org.egcg.reporting.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.testkit.Records;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found, over the store's wire protocol. */
class SearchTest {

    private static final String HEX = "0123456789abcdef01234567";

    private final TestStore store = new TestStore();
    private final Reporting reporting = store.reporting();
    private final Records records = new Records(reporting);

    @BeforeEach
    void store() {
        records.post("samples", """
                [{"sample_id": "X1P001A01", "project_id": "p", "species_name": "Homo sapiens", "non_fr_inserts": {},
                  "review_date": "2019-03-05T13:00:00+01:00",
                  "files_delivered": [{"file_path": "a.bam", "size": 3}, {"file_path": "b.vcf"}]},
                 {"sample_id": "X1P001A02", "project_id": "p", "species_name": "homo", "non_fr_inserts": {"x": 1},
                  "files_delivered": [{"file_path": "c.bam", "size": 9}]},
                 {"sample_id": "0123456789abcdef01234567", "project_id": "fedcba987654321001234567"},
                 {"sample_id": "05_03_2019_12:00:00", "project_id": "q", "files_delivered": []}]""");
    }

    @AfterEach
    void close() {
        reporting.close();
        store.close();
    }

    private List<String> found(String where) {
        try (Listing page = reporting.reader().list(reporting.schema("samples"), asked(Map.of("where", where)))) {
            return page.list().stream()
                    .map(sample -> sample.getString("sample_id").getValue())
                    .toList();
        }
    }

    private ReadRequest asked(Map<String, String> arguments) {
        return ReadRequest.of(reporting.schema("samples"), arguments);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'sample_id': {}} | []",
                "{'nosuch': {}} | []",
                "{'non_fr_inserts': {}} | [X1P001A01]",
                "{'non_fr_inserts': {'$in': [{}]}} | [X1P001A01]",
                "{'sample_id': {'$ne': {}}, 'project_id': 'p'} | [X1P001A01, X1P001A02]",
                "{'sample_id': '0123456789abcdef01234567'} | [0123456789abcdef01234567]",
                "{'project_id': {'$in': ['fedcba987654321001234567']}} | [0123456789abcdef01234567]",
                "{'sample_id': '05_03_2019_12:00:00'} | [05_03_2019_12:00:00]",
                "{'review_date': '05_03_2019_12:00:00'} | [X1P001A01]",
                "{'review_date': {'$gte': '2019-03-05', '$lt': '2019-03-06'}} | [X1P001A01]",
                "{'sample_id': {'$eq': 'X1P001A02'}} | [X1P001A02]",
                "{'sample_id': {'$not': {'$eq': 'X1P001A02'}}, 'project_id': 'p'} | [X1P001A01]",
                "{'files_delivered': {'$size': 1}} | [X1P001A02]",
                "{'files_delivered': {'$size': 0}} | [05_03_2019_12:00:00]",
                "{'files_delivered.file_path': {'$all': ['a.bam', 'b.vcf']}} | [X1P001A01]",
                "{'files_delivered': {'$elemMatch': {'file_path': 'c.bam', 'size': {'$gt': 5}}}} | [X1P001A02]",
                "{'files_delivered': {'$elemMatch': {'file_path': 'b.vcf', 'size': 3}}} | []",
                "{'sample_id': {'$regex': '^X1P001A0[12]$'}} | [X1P001A01, X1P001A02]",
                "{'species_name': {'$regex': '^HOMO', '$options': 'i'}} | [X1P001A01, X1P001A02]",
                "{'species_name': {'$regex': '(?i)^homo$'}} | [X1P001A02]",
                "{'species_name': {'$not': {'$regex': 'sapiens'}}, 'project_id': 'p'} | [X1P001A02]",
                "{'files_delivered.file_path': {'$regex': 'vcf$'}} | [X1P001A01]",
                "{'files_delivered': {'$elemMatch': {'file_path': {'$regex': 'bam'}, 'size': 9}}} | [X1P001A02]",
                "{'$or': [{'sample_id': {'$regex': 'A01'}}, {'project_id': 'q'}]} | [X1P001A01, 05_03_2019_12:00:00]",
                "{'$and': [{'sample_id': {'$regex': 'A0'}}, {'sample_id': {'$regex': '2$'}}]} | [X1P001A02]",
                "{'required_yield': {'$regex': '.'}} | []"
            })
    void filtersFindWhatTheySay(String where, String ids) {
        assertThat(found(where.replace('\'', '"'))).hasToString(ids);
    }

    @Test
    void aTextOfHexadecimalDigitsIsStoredOnceAndFoundAgain() {
        assertThat(records.post("samples", "{\"sample_id\": \"" + HEX + "\", \"project_id\": \"p\"}"))
                .isInstanceOf(Written.InsertRefused.class);
        records.patch("samples", HEX, "{\"required_yield\": 4}");
        assertThat(found("{\"required_yield\": 4}")).containsExactly(HEX);
    }

    @Test
    void aPatternCostsNoMoreThanTheTextIsLong() {
        String text = "a".repeat(5000);
        records.post("samples", "{\"sample_id\": \"" + text + "\", \"project_id\": \"p\"}");
        long start = System.nanoTime();
        assertThat(found("{\"sample_id\": {\"$regex\": \"^(a+)+(a*)*b$\"}}")).isEmpty();
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @Test
    void twoConditionsThatCannotStandTogetherAreRefused() {
        assertThatThrownBy(() -> found("{\"sample_id\": {\"$regex\": \"a\", \"$in\": [\"b\"]}}"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("$and");
    }

    @Test
    void aPartOfAnObjectCanBeLeftOut() {
        ReadRequest asked =
                asked(Map.of("where", "{\"sample_id\": \"X1P001A01\"}", "projection", "{\"aggregated.run_ids\": 0}"));
        BsonDocument all = records.one("samples", "X1P001A01").getDocument("aggregated");
        assertThat(all).containsKey("run_ids");
        try (Listing page = reporting.reader().list(reporting.schema("samples"), asked)) {
            BsonDocument shown = page.list().get(0).getDocument("aggregated");
            assertThat(shown).doesNotContainKey("run_ids").hasSize(all.size() - 1);
        }
    }

    @Test
    void embeddedDocumentsComeInTheOrderOfTheirIdsAndAsOften() {
        records.post("analysis_driver_stages", """
                [{"stage_id": "s1", "stage_name": "s", "analysis_driver_proc": "p", "date_started": "2019-03-05"},
                 {"stage_id": "s2", "stage_name": "s", "analysis_driver_proc": "p", "date_started": "2019-03-05"}]""");
        records.post("analysis_driver_procs", """
                {"proc_id": "p", "dataset_type": "run", "dataset_name": "r", "stages": ["s2", "s1", "s2"]}""");
        ReadRequest asked =
                ReadRequest.of(reporting.schema("analysis_driver_procs"), Map.of("embedded", "{\"stages\": 1}"));
        try (Listing page = reporting.reader().list(reporting.schema("analysis_driver_procs"), asked)) {
            assertThat(page.list().get(0).getArray("stages").stream()
                            .map(BsonValue::asDocument)
                            .map(stage -> stage.getString("stage_id").getValue()))
                    .containsExactly("s2", "s1", "s2");
        }
    }
}
