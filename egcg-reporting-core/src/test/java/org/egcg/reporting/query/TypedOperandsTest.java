package org.egcg.reporting.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bson.BsonDocument;
import org.bson.json.JsonWriterSettings;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.schema.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text means depends on the field that it is compared with. */
class TypedOperandsTest {

    private static final String HEX = "0123456789abcdef01234567";
    private static final String NOON = "{\"$date\": \"2019-03-05T12:00:00Z\"}";

    private static String filter(String text) {
        return WhereText.parse(Schemas.packaged().named("samples").orElseThrow(), text)
                .filter()
                .toJson(JsonWriterSettings.builder().build());
    }

    private static String bson(String json) {
        return BsonDocument.parse(json).toJson(JsonWriterSettings.builder().build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sample_id\": \"%s\"}",
                "{\"sample_id\": {\"$in\": [\"%s\", \"b\"]}}",
                "{\"sample_id\": {\"$ne\": \"%s\"}}",
                "{\"run_elements\": \"%s\"}",
                "{\"run_elements.0\": \"%s\"}",
                "{\"run_elements\": {\"$all\": [\"%s\"]}}",
                "{\"run_elements\": {\"$elemMatch\": {\"$gt\": \"%s\"}}}",
                "{\"$or\": [{\"files_delivered.md5\": {\"$not\": {\"$eq\": \"%s\"}}}]}",
                "{\"files_delivered\": {\"$elemMatch\": {\"md5\": \"%s\"}}}",
                "{\"files_delivered\": {\"file_path\": \"%s\"}}"
            })
    void textsOfAFieldOfTextsStayTextsWhateverTheyLookLike(String template) {
        for (String text : new String[] {HEX, "05_03_2019_12:00:00", "2019-03-05"}) {
            assertThat(filter(template.formatted(text))).isEqualTo(bson(template.formatted(text)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05_03_2019_12:00:00",
                "5_3_2019_12:0:0",
                "2019-03-05T12:00",
                "2019-03-05T12:00:00",
                "2019-03-05 12:00:00.000",
                "2019-03-05T12:00:00Z",
                "2019-03-05T13:00:00+01:00",
                "2019-03-05T06:30:00-0530",
                "2019-03-05T14:00+02"
            })
    void momentsAreReadInTheApisFormAndByIso8601(String text) {
        assertThat(filter("{\"review_date\": \"" + text + "\"}")).isEqualTo(bson("{\"review_date\": " + NOON + "}"));
        assertThat(filter("_created >= '" + text + "'")).isEqualTo(bson("{\"_created\": {\"$gte\": " + NOON + "}}"));
        assertThat(filter("{\"files_downloaded.date\": {\"$in\": [null, \"" + text + "\"]}}"))
                .isEqualTo(bson("{\"files_downloaded.date\": {\"$in\": [null, " + NOON + "]}}"));
    }

    @Test
    void aDayIsItsMidnight() {
        assertThat(filter("{\"_updated\": {\"$lt\": \"2024-02-29\"}}"))
                .isEqualTo(bson("{\"_updated\": {\"$lt\": {\"$date\": \"2024-02-29T00:00:00Z\"}}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tue, 05 Mar 2019 12:00:00 GMT",
                "2019-02-29",
                "05/03/2019",
                "2019-03-05T25:00:00",
                "2019-03-05T12:00:00 01:00",
                "yesterday",
                "",
                "0000-01-01"
            })
    void whatIsNoDateIsRefusedWithTheForms(String text) {
        assertThatThrownBy(() -> filter("{\"review_date\": {\"$gt\": \"" + text + "\"}}"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("review_date")
                .hasMessageContaining("dd_mm_yyyy_HH:MM:SS");
    }

    @Test
    void identifiersAreOfTheFieldThatHoldsThem() {
        assertThat(filter("{\"_id\": {\"$in\": [\"" + HEX + "\", \"xyz\"]}}"))
                .isEqualTo(bson("{\"_id\": {\"$in\": [{\"$oid\": \"" + HEX + "\"}, \"xyz\"]}}"));
        assertThat(filter("{\"_etag\": \"" + HEX + "\"}")).isEqualTo(bson("{\"_etag\": \"" + HEX + "\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{`aggregated.run_ids`: `%s`} | {`aggregated.run_ids`: {`$in`: [`%s`, {`$oid`: `%s`}]}}",
                "{`aggregated.run_ids`: {`$ne`: `%s`}} | {`aggregated.run_ids`: {`$nin`: [`%s`, {`$oid`: `%s`}]}}",
                "{`non_fr_inserts.x`: {`$in`: [`%s`, 3]}} | {`non_fr_inserts.x`: {`$in`: [`%s`, {`$oid`: `%s`}, 3]}}"
            })
    void ofWhatHasNoRuleBothReadingsCount(String asked, String filter) {
        assertThat(filter(asked.replace('`', '"').replace("%s", HEX)))
                .isEqualTo(bson(filter.replace('`', '"').replace("%s", HEX)));
    }

    @Test
    void whatIsComputedIsEarlierOrLaterAsAMoment() {
        assertThat(filter("{\"aggregated.most_recent_proc.start_date\": {\"$gt\": \"05_03_2019_12:00:00\"}}"))
                .isEqualTo(bson("{\"aggregated.most_recent_proc.start_date\": {\"$gt\": " + NOON + "}}"));
    }
}
