package org.egcg.reporting.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;

class BsonTest {

    private static final BsonDocument DOCUMENT = BsonDocument.parse("""
            {run_id: 'r1', empty: '', pid: 7, share: 0.5, none: null, 'a.b': 'dotted name',
             coverage: {mean: 30, sizes: {x: 'deep'}}, on: {$date: '2018-06-22T12:00:00Z'},
             list: ['b', 1, {name: 'c'}, null, 'a']}""");

    @Test
    void aPathLeadsIntoNestedObjects() {
        assertThat(Bson.at(DOCUMENT, "coverage.sizes.x").asString().getValue()).isEqualTo("deep");
        assertThat(Bson.at(DOCUMENT, List.of("a.b")).asString().getValue()).isEqualTo("dotted name");
        assertThat(Bson.document(DOCUMENT, "coverage.sizes")).containsOnlyKeys("x");
    }

    @Test
    void whatIsNotThereOrOfAnotherTypeIsAbsent() {
        for (String path : List.of("missing", "none", "run_id.x", "coverage.missing.x", "list.name")) {
            assertThat(Bson.at(DOCUMENT, path)).as(path).isEqualTo(BsonNull.VALUE);
            assertThat(Bson.text(DOCUMENT, path)).as(path).isEmpty();
            assertThat(Bson.written(DOCUMENT, path)).as(path).isEmpty();
            assertThat(Bson.number(DOCUMENT, path)).as(path).isEmpty();
            assertThat(Bson.moment(DOCUMENT, path)).as(path).isEmpty();
            assertThat(Bson.texts(DOCUMENT, path)).as(path).isEmpty();
            assertThat(Bson.document(DOCUMENT, path)).as(path).isEmpty();
        }
        assertThat(Bson.text(DOCUMENT, "pid")).isEmpty();
        assertThat(Bson.optionalText(DOCUMENT, "pid")).isEmpty();
        assertThat(Bson.optionalText(DOCUMENT, "empty")).contains("");
    }

    @Test
    void valuesAreReadAsTheirTypes() {
        assertThat(Bson.text(DOCUMENT, "run_id")).isEqualTo("r1");
        assertThat(Bson.written(DOCUMENT, "run_id")).isEqualTo("r1");
        assertThat(Bson.written(DOCUMENT, "pid")).isEqualTo("7");
        assertThat(Bson.number(DOCUMENT, "coverage.mean")).hasValue(30);
        assertThat(Bson.moment(DOCUMENT, "on")).contains(Instant.parse("2018-06-22T12:00:00Z"));
        assertThat(Bson.texts(DOCUMENT, "list")).containsExactly("b", "a");
        assertThat(Bson.documents(DOCUMENT, "list")).containsExactly(BsonDocument.parse("{name: 'c'}"));
    }

    @Test
    void aCopyCanBeChangedAlsoIfTheFirstOneIsRaw() {
        BsonDocument raw = RawBsonDocument.parse("{a: 1}");
        BsonDocument copy = Bson.copy(raw);
        copy.append("b", new BsonInt32(2));
        assertThat(copy).hasSize(2);
        assertThat(raw).hasSize(1);
    }
}
