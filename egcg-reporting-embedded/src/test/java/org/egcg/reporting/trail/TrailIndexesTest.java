package org.egcg.reporting.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.Test;

/**
 * Whatever the history is asked for, an index names what fits, the latest first: else a page takes the longer, the more there
 * is that does not fit.
 */
class TrailIndexesTest {

    /** Of a document there are few entries, of all others there may be millions. */
    private static Stream<TrailQuestion> questions() {
        return Stream.of(
                TrailQuestion.of("", new ObjectId()),
                TrailQuestion.ofWork("w"),
                TrailQuestion.of(Map.of("name", "s1")),
                TrailQuestion.of(Map.of("by", "ann")),
                TrailQuestion.of(Map.of("resource", "samples")),
                TrailQuestion.of(Map.of("field", "reviewed")),
                TrailQuestion.of(Map.of("by", "ann", "resource", "samples")),
                TrailQuestion.of(Map.of("by", "ann", "field", "reviewed")),
                TrailQuestion.of(Map.of("resource", "samples", "field", "reviewed")));
    }

    @Test
    void eachQuestionHasAnIndexInTheOrderOfEntries() {
        try (TestStore database = new TestStore();
                Reporting reporting = database.reporting();
                MongoClient client = MongoClients.create(database.uri())) {
            assertThat(reporting.trail().size()).isZero();
            List<List<String>> indexes = new ArrayList<>();
            client.getDatabase(database.database())
                    .getCollection(Trail.COLLECTION)
                    .listIndexes()
                    .forEach(index -> indexes.add(List.copyOf(
                            index.get("key", org.bson.Document.class).keySet())));
            assertThat(indexes)
                    .containsAll(questions().map(TrailIndexesTest::index).toList());
        }
    }

    private static List<String> index(TrailQuestion question) {
        List<String> fields = new ArrayList<>(question.filter().keySet());
        fields.add("_id");
        return fields;
    }
}
