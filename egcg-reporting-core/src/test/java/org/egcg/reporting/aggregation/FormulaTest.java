package org.egcg.reporting.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.Random;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

    private static final BsonDocument DOCUMENT = BsonDocument.parse("""
            {"a": {"x": 3, "xy": 7, "y": 5, "z": 0, "n": -2, "text": "3", "nothing": null, "list": [1]}, "b": 4,
             "with_1": {"2nd": 0.5}}""");

    @ParameterizedTest
    @CsvSource({
        "a.x * (10 - a.y) + 1, 16",
        "10 - a.n, 12",
        "a.x / a.y, 0.6",
        "100 - a.z, 100",
        "2 + 3 * 4 - 6 / 3, 12",
        "10 - 4 - 3, 3",
        "100 / 10 / 5, 2",
        "-a.x + +b, 1",
        "--a.x, 3",
        "2 * -3, -6",
        "-(1 + 2) * 2, -6",
        "1., 1",
        ".5, 0.5",
        "a.x + a.xy, 10",
        "with_1.2nd * 2, 1",
        "  (( b ))  , 4",
    })
    void aFormulaIsCalculatedWithTheUsualPrecedence(String formula, double expected) {
        assertThat(value(formula)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.q + 1",
                "a.q",
                "q",
                "a.nothing * 2",
                "a.text + 1",
                "a.list",
                "a",
                "a.x.y",
                "1 / a.z",
                "1 / 0",
                "0 / 0",
                "-a.q",
                "b * 0 / (4 - b)"
            })
    void withoutANumberOfAllItsMetricsAFormulaHasNoValue(String formula) {
        assertThat(value(formula)).isEmpty();
    }

    @Test
    void aResultBeyondTheRangeOfDoublesIsNoValue() {
        String nines = "9".repeat(300);
        assertThat(value(nines + " * " + nines)).isEmpty();
        assertThatThrownBy(() -> Formula.parse(nines + nines)).hasMessageContaining("beyond the range");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "(",
                ")",
                "1 +",
                "* 2",
                "1 2",
                "3x",
                "a..b",
                "a.",
                ".a",
                "a b",
                "(1",
                "1)",
                "a.x ** 2",
                "a % 2",
                "__import__('os')",
                "a.x; 1",
                "f(1)",
                "1e5",
                "0x10",
                "a[0]",
                "µ",
                "a\u0000"
            })
    void whatIsNoFormulaIsRefusedWithItsPosition(String text) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> Formula.parse(text))
                .withMessageMatching("(?s)formula '.*', position \\d+: .+");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            b == 4                              | true
            b == 4.0                            | true
            b != 4                              | false
            q == null                           | true
            q != "x"                            | true
            a.text == "3"                       | true
            a.text == '3'                       | true
            a.x == "3"                          | false
            a.x < a.y and a.y <= 5              | true
            a.x > a.y or b >= 4                 | true
            not a.x > a.y                       | true
            a.text in ["1", "3"]                | true
            a.text not in ["1", "3"]            | false
            q in ["1"]                          | false
            b in [1, 4]                         | true
            q < 1                               | null
            not q < 1                           | null
            q < 1 and b == 5                    | false
            q < 1 and b == 4                    | null
            q < 1 or b == 4                     | true
            if(a.x < a.y, "less", "more")       | "less"
            if(q < a.y, "less", "more")         | null
            if(a.x == 3, a.q, 1)                | null
            coalesce(q, a.nothing, b, 1)        | 4
            coalesce(q)                         | null
            length(a.list)                      | 1
            length(b)                           | null
            sum(m.v)                            | 6
            sum(m.v where w == "a")             | 4
            count(m)                            | 4
            count(m.v)                          | 3
            count(m where w == "a")             | 2
            count(q)                            | null
            min(m.v)                            | 1
            max(m.v)                            | 3
            min(m.w)                            | "a"
            max(m.v where w == "z")             | null
            mean(m.v)                           | 2
            first(m.w)                          | "a"
            set(m.w)                            | ["a", "b"]
            length(set(m.w))                    | 2
            set(q.v)                            | []
            unique_ids(m.w)                     | null
            unique_ids(m.w where w != null)     | ["a", "b"]
            1_000 * 3                           | 3000
            7 - 2 - 1 + 3                       | 7
            9007199254740993 + 0                | 9007199254740993
            true                                | true
            null                                | null
            """)
    void aFormulaIsComputedAsDocumented(String formula, String expected) {
        BsonDocument document = DOCUMENT.clone();
        document.put("m", BsonDocument.parse("""
                {"m": [{"v": 1, "w": "a"}, {"v": 2, "w": "b"}, {"v": 3, "w": "a"}, {"v": null}]}""").get("m"));
        Relation relation =
                Relation.relation("things", "name").computes(AggregatedField.field("it", Formula.parse(formula)));

        BsonValue value = relation.aggregate(document).get("it");

        assertThat(JsonWriter.text(value)).isEqualTo(expected);
    }

    @Test
    void textAmongNumbersLeavesTheFieldEmptyAndTheOthersComputed() {
        Relation relation = Relation.relation("things", "name")
                .computes(
                        AggregatedField.field("broken", Formula.parse("a.x < a.text")),
                        AggregatedField.field("whole", Formula.parse("a.x + 1")));

        assertThat(JsonWriter.text(relation.aggregate(DOCUMENT))).isEqualTo("{\"broken\": null, \"whole\": 4}");
    }

    @Test
    void lengthAndDepthAreBounded() {
        assertThat(value("1" + "+1".repeat(499))).hasValue(500);
        assertThat(value("-".repeat(98) + "1")).hasValue(1);
        assertThatThrownBy(() -> Formula.parse("1" + "+1".repeat(500))).hasMessageContaining("more than 1000");
        assertThatThrownBy(() -> Formula.parse("(".repeat(200) + "1" + ")".repeat(200)))
                .hasMessageContaining("nested deeper than 100");
        assertThatThrownBy(() -> Formula.parse("-".repeat(101) + "1")).hasMessageContaining("nested deeper than 100");
    }

    @Test
    @Timeout(30)
    void anyTextIsAValueNoValueOrAClearRefusalInBoundedTime() {
        Random random = new Random(20180401);
        int values = 0;
        for (int i = 0; i < 100_000; i++) {
            String text = anyText(random);
            long start = System.nanoTime();
            values += parsed(text) ? 1 : 0;
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(text).isLessThan(Duration.ofSeconds(2));
        }
        assertThat(values).as("the generator also hits the grammar").isBetween(1_000, 99_000);
    }

    private static boolean parsed(String text) {
        try {
            value(text)
                    .ifPresent(
                            value -> assertThat(Double.isFinite(value)).as(text).isTrue());
            return true;
        } catch (Malformed refusal) {
            assertThat(refusal).hasMessageContaining("formula");
            return false;
        }
    }

    private static String anyText(Random random) {
        String[] pieces = {
            "a.x",
            "a.z",
            "b",
            "1",
            "0",
            ".5",
            "7.",
            "+",
            "-",
            "*",
            "/",
            "(",
            ")",
            " ",
            "a.q",
            ".",
            "_",
            "\t",
            "$",
            "'",
            "eval(",
            "9999999999999999",
            "\u0000",
            "\uD83D\uDE00",
            "\\",
            "{",
            "__class__"
        };
        int common = random.nextInt(3) == 0 ? pieces.length : 15;
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(random.nextInt(50) == 0 ? 600 : 9); length >= 0; length--) {
            text.append(
                    random.nextInt(200) == 0
                            ? String.valueOf((char) random.nextInt(0x10000))
                            : pieces[random.nextInt(common)]);
        }
        return text.toString();
    }

    private static OptionalDouble value(String formula) {
        return Formula.parse(formula).number(DOCUMENT);
    }
}
