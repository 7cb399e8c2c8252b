package org.egcg.reporting.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonObjectId;
import org.bson.types.ObjectId;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhereExpressionTest {

    private static BsonDocument filter(String text) {
        return WhereText.parse(text).filter();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "required_yield > 50 | {`required_yield`: {`$gt`: 50}}",
                "lane==4 | {`lane`: 4}",
                "a != 1.5 | {`a`: {`$ne`: 1.5}}",
                "a<1 and b<=2 | {`a`: {`$lt`: 1}, `b`: {`$lte`: 2}}",
                "a>=50 and a<=70 | {`$and`: [{`a`: {`$gte`: 50}}, {`a`: {`$lte`: 70}}]}",
                "s == 'x' or s == \"y\" | {`$or`: [{`s`: `x`}, {`s`: `y`}]}",
                "a == 1 or b == 2 and c == 3 | {`$or`: [{`a`: 1}, {`b`: 2, `c`: 3}]}",
                "(a == 1 or b == 2) and c == 3 | {`$or`: [{`a`: 1}, {`b`: 2}], `c`: 3}",
                "coverage.mean == 3.5 | {`coverage.mean`: 3.5}",
                "sample_id==s1 | {`sample_id`: `s1`}",
                "a == b.c | {`a`: `b.c`}",
                "x > -2 | {`x`: {`$gt`: -2}}",
                "x == +2 | {`x`: 2}",
                "x == None | {`x`: null}",
                "x != None | {`x`: {`$ne`: null}}",
                "x == True or y == False | {`$or`: [{`x`: true}, {`y`: false}]}",
                "x in [10, 'a', None] | {`x`: {`$in`: [10, `a`, null]}}",
                "x not in [10,] | {`x`: {`$nin`: [10]}}",
                "a == 1 and not b == 2 | {`a`: 1, `$nor`: [{`b`: 2}]}",
                "a == 1 and not (b == 2 or b == 3) | {`a`: 1, `$nor`: [{`$or`: [{`b`: 2}, {`b`: 3}]}]}",
                "x == 0x1F | {`x`: 31}",
                "x == 'it\\'s \\x41' | {`x`: `it's A`}"
            })
    void expressionsAreFilters(String text, String expected) {
        assertThat(filter(text)).isEqualTo(JsonReader.read(expected.replace('`', '"')));
    }

    @Test
    void numbersKeepTheirKind() {
        assertThat(filter("a == 9007199254740993").get("a")).isEqualTo(new BsonInt64(9007199254740993L));
        assertThat(filter("a == -1e3").get("a")).isEqualTo(new BsonDouble(-1000));
        assertThat(filter("a == .5").get("a")).isEqualTo(new BsonDouble(0.5));
        assertThat(filter("a == 99999999999999999999").get("a").isDecimal128()).isTrue();
    }

    @Test
    void idsAndDatesAreValues() {
        BsonObjectId id = new BsonObjectId(new ObjectId("0123456789abcdef01234567"));
        BsonDateTime noon = new BsonDateTime(1551787200000L);
        assertThat(filter("_id == ObjectId(\"0123456789abcdef01234567\")").get("_id"))
                .isEqualTo(id);
        assertThat(filter("d == datetime(2019, 3, 5, 12)").get("d")).isEqualTo(noon);
        assertThat(filter("d == datetime(2019, 3, 5, 12, 0, 0)").get("d")).isEqualTo(noon);
        assertThat(filter("d == datetime('2019-03-05 12:00')").get("d")).isEqualTo(noon);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "required_yield",
                "nope(3)",
                " a == 1",
                "a = 1",
                "a == 1 && b == 2",
                "not a == 1",
                "(not a == 1)",
                "{'a': 'b'}",
                "{a: 1}",
                "a ==",
                "== 1",
                "1 == a",
                "1 < a < 3",
                "a < b < c",
                "a is None",
                "a == 1 + 2",
                "a == b + c",
                "a == 1; b == 2",
                "a == 1\nb == 2",
                "a in (1, 2)",
                "a in 5",
                "a in [1",
                "(a == 1",
                "a == 1)",
                "a == 'x",
                "a == 012",
                "a == 5X",
                "a.5X == 1",
                "a. == 1",
                "a == nope(3)",
                "a == ObjectId(\"xyz\")",
                "a == ObjectId(5)",
                "d == datetime(2019, 2, 30)",
                "d == datetime(2019, 3)",
                "d == datetime(2019, 3, 5, 1, 2, 3, 4)",
                "d == datetime()",
                "d == datetime('yesterday')",
                "__import__('os').system('x')",
                "a == __import__('os').system('x')",
                "a == (lambda: 1)()",
                "a == [x for x in y]",
                "$where == 1",
                "a == 1 or"
            })
    void everythingElseIsRefused(String text) {
        assertThatThrownBy(() -> WhereText.parse(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void nestingIsBounded() {
        assertThat(filter("(".repeat(90) + "a == 1" + ")".repeat(90))).isEqualTo(filter("a == 1"));
        assertThatThrownBy(() -> WhereText.parse("(".repeat(10_000) + "a == 1" + ")".repeat(10_000)))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> WhereText.parse("b == 1 and " + "not ".repeat(10_000) + "a == 1"))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void theStoresOwnFieldsCannotBeSearched() {
        assertThat(filter("_revision > 0").keySet()).containsExactly("_absent");
    }
}
