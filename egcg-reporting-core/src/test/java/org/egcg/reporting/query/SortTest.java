package org.egcg.reporting.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.JsonWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "f | {`f`: 1}",
                "-f | {`f`: -1}",
                "f,-g | {`f`: 1, `g`: -1}",
                "f, -g | {`f`: 1, `g`: -1}",
                "-aggregated.coverage_at_5X,sample_id | {`aggregated.coverage_at_5X`: -1, `sample_id`: 1}",
                "[(\"f\", -1), (\"g\", 1)] | {`f`: -1, `g`: 1}",
                "[['f', -1]] | {`f`: -1}",
                "[('f.g', 1),] | {`f.g`: 1}",
                "f,-f | {`f`: -1}",
                "_revision,f | {`f`: 1}",
                "[] | {}",
                "None | {}"
            })
    void bothSpellingsAreOrders(String text, String order) {
        assertThat(JsonWriter.text(Sort.parse(text).order())).isEqualTo(order.replace('`', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[(\"f\", 1)",
                ",f",
                "-",
                "a b",
                "f desc",
                "a.5X",
                "$natural",
                "[(\"$natural\", 1)]",
                "[(\"f\")]",
                "f,",
                "\"f\"",
                "5",
                "{\"f\": 1}",
                "(\"f\", 1)",
                "[(\"f\", \"asc\")]",
                "[(\"f\", 2)]",
                "[(\"f\", 1]",
                "[[[[\"f\", 1]]]]",
                "f;g"
            })
    void everythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Sort.parse(text)).isInstanceOf(Malformed.class);
    }
}
