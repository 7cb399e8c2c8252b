package org.egcg.reporting.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhereFilterTest {

    private static BsonDocument filter(String text) {
        return WhereText.parse(text).filter();
    }

    @Test
    void anEmptyTextAsksForEverything() {
        assertThat(filter("")).isEmpty();
        assertThat(filter("{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lane\": 3}",
                "{\"run_id\": \"a\", \"lane\": {\"$gte\": 3, \"$lt\": 5}}",
                "{\"$or\": [{\"a\": 1}, {\"$and\": [{\"b\": 2}, {\"b\": {\"$ne\": null}}]}]}",
                "{\"$nor\": [{\"a\": 1}, {\"b\": 2}]}",
                "{\"a\": {\"$not\": {\"$gt\": 20}}}",
                "{\"a\": {\"$eq\": 3}, \"b\": {\"$eq\": {}}}",
                "{\"a\": {\"$regex\": \"^a+$\", \"$options\": \"i\"}, \"b\": {\"$not\": {\"$regex\": \"c\"}}}",
                "{\"a\": {\"$in\": [null, \"b\"]}, \"c\": {\"$nin\": []}, \"d\": {\"$all\": [1]}}",
                "{\"a\": {\"$mod\": [20, 0]}, \"b\": {\"$size\": 0}, \"c\": {\"$exists\": false}}",
                "{\"a\": {\"$type\": [\"string\", 16]}, \"b\": {\"$bitsAllSet\": [1, 2]}}",
                "{\"a\": {\"$elemMatch\": {\"size\": {\"$gt\": 1}}}, \"b\": {\"$elemMatch\": {\"$gt\": 1}}}",
                "{\"a.b\": {\"c\": {\"d\": [1]}}}",
                "{\"a\": {\"b\": {\"$gt\": 1}}}"
            })
    void allowedFiltersMeanWhatTheyMeanToMongo(String text) {
        assertThat(filter(text)).isEqualTo(JsonReader.read(text));
    }

    @Test
    void membersOfOneAndAreAskedTogetherUnlessTheyNameOneField() {
        assertThat(filter("{\"$and\": [{\"a\": 1}, {\"b\": 2}]}")).isEqualTo(filter("{\"a\": 1, \"b\": 2}"));
        assertThat(filter("{\"$and\": [{\"a\": 1}, {\"a\": 2}]}").keySet()).containsExactly("$and");
        assertThat(filter("{\"$or\": [{\"a\": 1}], \"$and\": [{\"$or\": [{\"a\": 2}]}]}")
                        .keySet())
                .containsExactly("$and");
    }

    @Test
    void anObjectWithoutMembersIsAValueLikeOthers() {
        assertThat(filter("{\"run_id\": {}}")).isEqualTo(JsonReader.read("{\"run_id\": {\"$eq\": {}}}"));
        assertThat(filter("{\"$or\": [{\"a.b\": {}}]}"))
                .isEqualTo(JsonReader.read("{\"$or\": [{\"a.b\": {\"$eq\": {}}}]}"));
        assertThatThrownBy(() -> new Where.Meets("run_id", new BsonDocument())).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "\"x\"", "null", "true", "{\"a\": ", "{a: 1}", "{'a': 'b'}", "["})
    void whatIsNoFilterIsRefused(String text) {
        assertThatThrownBy(() -> WhereText.parse(text)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$where\": \"sleep(1000)\"}",
                "{\"a\": {\"$where\": \"1\"}}",
                "{\"$expr\": {\"$function\": {\"body\": \"\", \"args\": [], \"lang\": \"js\"}}}",
                "{\"a\": {\"$comment\": \"x\"}}",
                "{\"$comment\": \"x\"}",
                "{\"a\": {\"$badop\": 1}}",
                "{\"$badop\": 1}",
                "{\"$not\": {\"a\": 1}}",
                "{\"$gt\": 1}",
                "{\"$jsonSchema\": {}}",
                "{\"$text\": {\"$search\": \"x\"}}",
                "{\"a\": {\"$or\": [{\"b\": 1}]}}",
                "{\"$and\": [{\"$nor\": [{\"a\": {\"$not\": {\"$where\": \"1\"}}}]}]}",
                "{\"a\": {\"$elemMatch\": {\"$where\": \"1\"}}}",
                "{\"a\": {\"$elemMatch\": {\"$or\": [{\"b\": {\"$expr\": 1}}]}}}",
                "{\"a\": {\"b\": {\"$where\": \"1\"}}}",
                "{\"a\": [{\"$where\": \"1\"}]}",
                "{\"a\": {\"$in\": [{\"$where\": \"1\"}]}}",
                "{\"a\": {\"$in\": [{\"b\": [{\"$function\": \"1\"}]}]}}",
                "{\"a\": {\"$gt\": {\"$function\": \"1\"}}}",
                "{\"a\": {\"$gt\": 1, \"b\": 2}}",
                "{\"a.$where\": 1}"
            })
    void operatorsThatAreNotAllowedAreRefusedAtAnyDepth(String text) {
        assertThatThrownBy(() -> WhereText.parse(text)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$or\": []}",
                "{\"$and\": {\"a\": 1}}",
                "{\"$nor\": [1]}",
                "{\"a\": {\"$in\": 1}}",
                "{\"a\": {\"$nin\": null}}",
                "{\"a\": {\"$all\": {}}}",
                "{\"a\": {\"$size\": -1}}",
                "{\"a\": {\"$size\": 1.5}}",
                "{\"a\": {\"$mod\": [0, 1]}}",
                "{\"a\": {\"$mod\": [1]}}",
                "{\"a\": {\"$mod\": [NaN, 1]}}",
                "{\"a\": {\"$type\": \"nope\"}}",
                "{\"a\": {\"$type\": []}}",
                "{\"a\": {\"$not\": 5}}",
                "{\"a\": {\"$not\": {}}}",
                "{\"a\": {\"$regex\": 5}}",
                "{\"a\": {\"$regex\": \"(\"}}",
                "{\"a\": {\"$regex\": \"(a)\\\\1\"}}",
                "{\"a\": {\"$regex\": \"a(?=b)\"}}",
                "{\"a\": {\"$regex\": \"((a{100}){100}){100}\"}}",
                "{\"a\": {\"$regex\": \"a\", \"$options\": \"x\"}}",
                "{\"a\": {\"$options\": \"i\"}}",
                "{\"a\": {\"$elemMatch\": 5}}"
            })
    void impossibleOperandsAreRefused(String text) {
        assertThatThrownBy(() -> WhereText.parse(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void theStoresOwnFieldsCannotBeSearched() {
        assertThat(filter("{\"_revision\": 5}").keySet()).containsExactly("_absent");
        assertThat(filter("{\"$or\": [{\"_revision.x\": 5}]}").toString()).doesNotContain("_revision");
        assertThat(filter("{\"a..b\": 5}").keySet()).containsExactly("_absent");
    }

    @Test
    void whatIsTooDeepOrTooLongOrNoTextIsRefused() {
        assertThatThrownBy(() -> WhereText.parse("{\"a\": ".repeat(10_000) + "1" + "}".repeat(10_000)))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> WhereText.parse("{\"$or\": [".repeat(10_000))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> WhereText.parse("{\"a\": \"" + "x".repeat(1_000_000) + "\"}"))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> WhereText.parse("{\"a\": \"\\u0000\"}")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> WhereText.parse("{\"a\0\": 1}")).isInstanceOf(Malformed.class);
    }

    @Test
    void hundredsOfAlternativesAreInDailyUse() {
        String branch = "{\"sample_id\": \"sample_123456789\"}";
        String text = "{\"$or\": [" + (branch + ", ").repeat(383) + branch + "]}";
        assertThat(filter(text).getArray("$or")).hasSize(384);
    }
}
