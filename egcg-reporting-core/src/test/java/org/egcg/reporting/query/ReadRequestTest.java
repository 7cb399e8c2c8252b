package org.egcg.reporting.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadRequestTest {

    private static final Schema SAMPLES = Schemas.packaged().named("samples").orElseThrow();

    private static Projection projection(String text) {
        return ReadRequest.of(SAMPLES, Map.of("projection", text)).projection();
    }

    private static Embedding embedding(String text) {
        return ReadRequest.of(SAMPLES, Map.of("embedded", text)).embedding();
    }

    @Test
    void withoutArgumentsTheFirstPageOfEverythingIsAskedFor() {
        assertThat(ReadRequest.of(SAMPLES, Map.of("foo", "bar"))).isEqualTo(ReadRequest.everything());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"reviewed\": 1}", "{\"reviewed\": true, \"aggregated\": 0}", "{\"reviewed\": 1.0, \"_id\": 0}"
            })
    void namedFieldsAreShownWithTheMetaFields(String text) {
        assertThat(JsonWriter.text(projection(text).fields())).isEqualTo("""
                        {"_created": 1, "_etag": 1, "_id": 1, "_updated": 1, "reviewed": 1, "sample_id": 1}""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{`aggregated`: 0, `coverage`: false, `sample_id`: 0} | {`aggregated`: 0, `coverage`: 0}",
                "{`_id`: 0} | {}",
                "{`_etag`: 0, `_updated`: 0} | {}",
                "{`reviewed`: 2} | {}",
                "{`reviewed`: `x`} | {}",
                "{`coverage.mean`: 0, `aggregated.pc_q30`: 0} | {`aggregated.pc_q30`: 0, `coverage.mean`: 0}",
                "{`coverage.mean`: 0, `coverage`: 0} | {`coverage`: 0}",
                "{`_id.x`: 0} | {}",
                "{} | {}"
            })
    void otherFieldsAreLeftOut(String text, String fields) {
        assertThat(JsonWriter.text(projection(text.replace('`', '"')).fields())).isEqualTo(fields.replace('`', '"'));
    }

    @Test
    void whatCannotBeLeftOutIsSaid() {
        assertThatThrownBy(() -> projection("{\"coverage\": 1, \"coverage.mean\": 0}"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("coverage.mean");
    }

    @Test
    void aPathInsideAShownFieldIsPartOfIt() {
        assertThat(projection("{\"coverage.mean\": 1, \"coverage\": 1}")
                        .fields()
                        .keySet())
                .contains("coverage")
                .doesNotContain("coverage.mean");
        assertThat(projection("{\"coverage.mean\": 1}").shows("coverage")).isTrue();
        assertThat(projection("{\"coverage.mean\": 1}").shows("run_elements")).isFalse();
        assertThat(projection("{\"coverage\": 0}").shows("coverage")).isFalse();
    }

    @Test
    void theStoresOwnFieldsAreNeverShown() {
        assertThat(projection("{\"_revision\": 1, \"$where\": 1, \"a.$\": 1}")
                        .fields()
                        .keySet())
                .containsExactlyInAnyOrder("_id", "_etag", "_created", "_updated", "sample_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"sample_id\"]", "\"sample_id\"", "sample_id", "{sample_id: 1}", "5", "null", "{\"a\""})
    void aProjectionIsAnObject(String text) {
        assertThatThrownBy(() -> projection(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void aDottedEmbeddingCountsOnlyInsideAnEmbeddedField() {
        assertThat(embedding("{\"analysis_driver_procs.stages\": 1}").isNone()).isTrue();
        assertThat(embedding("{\"analysis_driver_procs.stages\": 1, \"analysis_driver_procs\": true}"))
                .isEqualTo(new Embedding(
                        Map.of("analysis_driver_procs", new Embedding(Map.of("stages", Embedding.none())))));
        assertThat(embedding("{\"run_elements\": \"yes\", \"a\": 0}").isNone()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "{\"stages\"", "[\"stages\"]", "null", "5"})
    void anEmbeddingIsAnObject(String text) {
        assertThatThrownBy(() -> embedding(text))
                .isInstanceOf(Malformed.class)
                .hasMessage("Unable to parse `embedded` clause");
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "2.7, 2",
        "1e2, 100",
        "'', 25",
        "x, 25",
        "0, 25",
        "-1, 25",
        "0.5, 25",
        "nan, 25",
        "inf, 25",
        "1e400, 25",
        "100001, 100000",
        "1e300, 100000",
        "5d, 25",
        "+7, 7"
    })
    void thePageSizeIsANumber(String text, int size) {
        assertThat(Paging.parse("", text).size()).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "-2, 2", "0, 1", "'', 1", "x, 1", "1.5, 1", "99999999999999999999, 9223372036854775807"})
    void thePageIsAWholeNumber(String text, long page) {
        assertThat(Paging.parse(text, "").page()).isEqualTo(page);
    }

    @Test
    void anEnormousPageLiesBehindEverything() {
        assertThat(new Paging(Long.MAX_VALUE, 100).skip()).isEqualTo(Long.MAX_VALUE);
        assertThat(new Paging(Long.MAX_VALUE, 1).skip()).isEqualTo(Long.MAX_VALUE - 1);
        assertThat(new Paging(3, 25).skip()).isEqualTo(50);
    }
}
