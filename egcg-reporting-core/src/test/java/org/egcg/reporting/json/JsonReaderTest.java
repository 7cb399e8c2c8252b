package org.egcg.reporting.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonArray;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.types.Decimal128;
import org.egcg.reporting.error.ReportingException.Busy;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.TooLarge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Test
    void integersAreExactUpTo64Bits() {
        assertThat(JsonReader.read("9007199254740993")).isEqualTo(new BsonInt64(9007199254740993L));
        assertThat(JsonReader.read("9223372036854775808"))
                .isEqualTo(new BsonDecimal128(Decimal128.parse("9223372036854775808")));
    }

    @Test
    void anIntegerOfAnySizeIsANumber() {
        assertThat(JsonReader.read("1" + "0".repeat(900))
                        .asDecimal128()
                        .getValue()
                        .bigDecimalValue())
                .isEqualByComparingTo("1e900");
        assertThatThrownBy(() -> JsonReader.read("1" + "0".repeat(1000))).isInstanceOf(Malformed.class);
    }

    @Test
    void theLastOfRepeatedKeysCounts() {
        assertThat(JsonReader.read("{\"lane\": 1, \"lane\": 2}")).isEqualTo(new BsonDocument("lane", new BsonInt64(2)));
    }

    @Test
    void aNumberThatIsNoneIsTolerated() {
        assertThat(JsonReader.read("[NaN, Infinity, -Infinity]").asArray())
                .allMatch(value -> !Double.isFinite(value.asDouble().getValue()));
    }

    @Test
    void textIsReadAsUtf8() {
        assertThat(JsonReader.read("\"Ü\\u00dc\"".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new BsonString("ÜÜ"));
        assertThatThrownBy(() -> JsonReader.read(new byte[] {'"', (byte) 0xc3, '"'}))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void aHundredLevelsAreReadAndMoreAreNot() {
        assertThat(JsonReader.read(nested(100))).isInstanceOf(BsonArray.class);
        assertThatThrownBy(() -> JsonReader.read(nested(101))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> JsonReader.read(nested(10_000))).isInstanceOf(Malformed.class);
    }

    @Test
    void whatAClientSendsHasALimitOfItsOwn() {
        byte[] body = nested(4).getBytes(StandardCharsets.UTF_8);
        assertThat(JsonReader.read(body, deep(4))).isInstanceOf(BsonArray.class);
        assertThatThrownBy(() -> JsonReader.read(body, deep(3)))
                .isInstanceOf(TooLarge.class)
                .hasMessageContaining("deeper than 3 levels");
        assertThatThrownBy(() -> JsonReader.read("[".getBytes(StandardCharsets.UTF_8), deep(3)))
                .isInstanceOf(Malformed.class);
    }

    private static JsonLimits deep(int levels) {
        return new JsonLimits(levels, 1000, bytes -> {});
    }

    @Test
    void moreValuesThanMayBeAreRefusedBeforeTheyAreMade() {
        JsonLimits limits = new JsonLimits(100, 4, bytes -> {});
        assertThat(JsonReader.read(utf8("{\"a\": [1, {}]}"), limits).asDocument())
                .hasSize(1);
        assertThatThrownBy(() -> JsonReader.read(utf8("{\"a\": [1, {}, null"), limits))
                .isInstanceOf(TooLarge.class)
                .hasMessage("The JSON has more than 4 values.");
    }

    @Test
    void memoryIsAskedForBeforeItIsUsed() {
        AtomicLong asked = new AtomicLong();
        JsonLimits limits = new JsonLimits(100, 1_000_000, bytes -> {
            if (asked.addAndGet(bytes) > 1_000_000) {
                throw new Busy("no room");
            }
        });
        byte[] lists = utf8("[" + "[],".repeat(500_000) + "[]]");
        assertThatThrownBy(() -> JsonReader.read(lists, limits)).isInstanceOf(Busy.class);
        asked.set(0);
        assertThat(JsonReader.read(utf8("[" + "[],".repeat(1000) + "[]]"), limits))
                .isInstanceOf(BsonArray.class);
        assertThat(asked.get()).as("what a thousand lists take, roughly").isBetween(50_000L, 250_000L);
    }

    @Test
    void aNumberOrATextOrANameHasAnEnd() {
        for (String endless : List.of(
                "1".repeat(10_000_000),
                "0." + "1".repeat(10_000_000),
                "\"" + "x".repeat(17_000_000) + "\"",
                "{\"" + "x".repeat(100_000) + "\": 1}")) {
            assertThatThrownBy(() -> JsonReader.read(utf8(endless), deep(100))).isInstanceOf(TooLarge.class);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String nested(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\": }",
                "[1,]",
                "1 2",
                "'a'",
                "{a: 1}",
                "nan",
                "\"\\ud800\"",
                "{\"a\\u0000\": 1}"
            })
    void whatIsNoStorableJsonIsRefused(String text) {
        assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(Malformed.class);
    }
}
