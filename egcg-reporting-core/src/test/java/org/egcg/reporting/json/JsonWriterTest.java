package org.egcg.reporting.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonWriterTest {

    private static final String TEXT = """
            {"name": "\\u00dc\\"\\n", "list": [1, 2.0, [], {}], "nothing": null, "yes": true, "big": 9007199254740993}\
            """;

    @Test
    void whatWasReadIsWrittenAsItWas() {
        BsonValue value = JsonReader.read(TEXT);
        assertThat(JsonWriter.text(value)).isEqualTo(TEXT);
    }

    @Test
    void rawDocumentsAreWrittenWithoutBeingUnpacked() {
        BsonDocument document = JsonReader.read(TEXT).asDocument();
        assertThat(JsonWriter.text(new RawBsonDocument(document, new BsonDocumentCodec())))
                .isEqualTo(TEXT);
    }

    @Test
    void prettyTextIndentsByFourBlanks() throws IOException {
        assertThat(pretty("{\"a\": [1, {}], \"b\": []}")).isEqualTo("""
                        {
                            "a": [
                                1,
                                {}
                            ],
                            "b": []
                        }""");
    }

    private static String pretty(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter writer = JsonWriter.pretty(bytes)) {
            writer.value(JsonReader.read(text));
        }
        return bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void idsAndDatesAreTexts() {
        BsonDocument document = new BsonDocument("_id", new BsonObjectId(new ObjectId("0123456789abcdef01234567")))
                .append("_created", new BsonDateTime(1549015872000L));
        assertThat(JsonWriter.text(document))
                .isEqualTo("{\"_id\": \"0123456789abcdef01234567\", \"_created\": \"01_02_2019_10:11:12\"}");
    }

    @Test
    void whatIsNoNumberIsNull() {
        assertThat(JsonWriter.text(new BsonDouble(Double.NaN))).isEqualTo("null");
        assertThat(JsonWriter.text(new BsonDouble(Double.NEGATIVE_INFINITY))).isEqualTo("null");
        assertThat(JsonWriter.text(BsonNull.VALUE)).isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource({
        "3.0, 3.0",
        "-0.5, -0.5",
        "1e300, 1e+300",
        "-1.5e300, -1.5e+300",
        "1e16, 1e+16",
        "123456789012345.6, 123456789012345.6",
        "1e15, 1000000000000000.0",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "0.1, 0.1",
        "2e-3, 0.002",
        "1e23, 1e+23"
    })
    void doublesAreWrittenShort(double number, String text) {
        assertThat(JsonWriter.text(new BsonDouble(number))).isEqualTo(text);
    }

    @Test
    void theSmallestDoubleReadsBackAsItself() {
        String text = JsonWriter.text(new BsonDouble(Double.MIN_VALUE));
        assertThat(Double.parseDouble(text)).isEqualTo(Double.MIN_VALUE);
    }
}
