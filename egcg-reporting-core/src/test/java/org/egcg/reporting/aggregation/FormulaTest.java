package org.egcg.reporting.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.Random;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.Malformed;
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
