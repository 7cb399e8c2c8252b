package org.egcg.reporting.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.TooLarge;
import org.egcg.reporting.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

    private static BsonValue value(String type, String text) {
        return new Body(text.getBytes(StandardCharsets.UTF_8), type).value();
    }

    @Test
    void jsonIsReadWhateverItsParametersSay() {
        assertThat(value("Application/JSON", "{\"lane\": 1}")).isEqualTo(JsonReader.read("{\"lane\": 1}"));
        assertThat(value("application/json; charset=utf-8", "{\"lane\": 1}"))
                .isEqualTo(JsonReader.read("{\"lane\": 1}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/jsonx"})
    void otherTypesAreRefused(String type) {
        assertThatThrownBy(() -> value(type, "{}"))
                .isInstanceOf(HttpRefusal.class)
                .hasMessageContaining("Content-Type");
    }

    @Test
    void fieldsOfAFormAreTexts() {
        assertThat(value("application/x-www-form-urlencoded", "lane=1&run_id=r+1&lane=2&who=%C3%9C"))
                .isEqualTo(JsonReader.read("{\"lane\": \"1\", \"run_id\": \"r 1\", \"who\": \"Ü\"}"));
    }

    @Test
    void fieldsOfAMultipartFormAreTexts() {
        String form = """
                preamble
                --x-y
                Content-Disposition: form-data; name="run_id"

                r 1
                two lines
                --x-y
                content-disposition: form-data; filename="a.txt"; name=comments
                Content-Type: text/plain

                Ü
                --x-y--
                """.replace("\n", "\r\n");
        assertThat(value("multipart/form-data; boundary=\"x-y\"", form))
                .isEqualTo(JsonReader.read("{\"run_id\": \"r 1\\r\\ntwo lines\", \"comments\": \"Ü\"}"));
    }

    @Test
    void anEmptyFormIsRefused() {
        assertThatThrownBy(() -> value("application/x-www-form-urlencoded", ""))
                .hasMessage("No form-urlencoded data supplied");
        assertThatThrownBy(() -> value("multipart/form-data; boundary=x", "--x--"))
                .hasMessage("No multipart/form-data supplied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--x\r\nno end", "--x\r\n\r\nno name\r\n--x--"})
    void aBrokenMultipartFormIsRefused(String form) {
        assertThatThrownBy(() -> value("multipart/form-data; boundary=x", form)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> value("multipart/form-data", form)).isInstanceOf(Malformed.class);
    }

    @Test
    void aFormOfManyFieldsIsRefused() {
        String field = "--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n";
        assertThatThrownBy(() -> value("application/x-www-form-urlencoded", "a=1&".repeat(1001)))
                .isInstanceOf(TooLarge.class);
        assertThatThrownBy(() -> value("multipart/form-data; boundary=x", field.repeat(1001) + "--x--"))
                .isInstanceOf(TooLarge.class);
        assertThat(value("application/x-www-form-urlencoded", "a=1&&&".repeat(1000)))
                .isEqualTo(JsonReader.read("{\"a\": \"1\"}"));
    }
}
