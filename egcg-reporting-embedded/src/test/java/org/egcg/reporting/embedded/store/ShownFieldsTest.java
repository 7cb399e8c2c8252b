package org.egcg.reporting.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.store.Find;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownFieldsTest {

    private static final String LANES = """
            [{"_id": 1, "a": 1, "b": {"c": 2, "d": {"e": 3, "f": null}}, "g": [1, 2]},
             {"_id": 2, "b": [{"c": 1, "d": 2}, 5, {"d": {"e": 1}}, []], "a": null},
             {"_id": 3, "b": 7, "g": []},
             {"_id": 4, "b": {}, "a": {"b": 1}},
             {"_id": 5}]""";

    /** A whole number of 64 bits is left to the library, which shows the same of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a b",
                "b a",
                "b.c",
                "b.d.f b.c a",
                "b.d.e b.d.f",
                "_id",
                "g _id b.d",
                "x",
                "x.y b.z",
                "b.d.e.f"
            })
    void theStoreShowsWhatItsLibraryShows(String paths) throws DuplicateKeyException {
        try (TestStore store = new TestStore();
                MongoStore connection = store.connect()) {
            List<BsonDocument> lanes = new ArrayList<>();
            BsonDocument.parse("{all: " + LANES + "}").getArray("all").forEach(lane -> lanes.add(lane.asDocument()));
            connection.insert("lanes", lanes);

            assertThat(found(connection, paths, new BsonInt32(1)))
                    .hasSize(lanes.size())
                    .containsExactlyElementsOf(found(connection, paths, new BsonInt64(1)));
        }
    }

    /** As text, in which the order of fields counts. */
    private static List<String> found(MongoStore store, String paths, BsonValue shown) {
        BsonDocument projection = new BsonDocument();
        Arrays.stream(paths.split(" ", -1)).forEach(path -> projection.append(path, shown));
        return store.find(Find.in("lanes").only(projection)).list().stream()
                .map(BsonDocument::toJson)
                .toList();
    }

    @Test
    void whatIsMoreThanNamesIsLeftToTheLibrary() {
        assertThat(ShownFields.of(new Document("a", 1).append("b.c", true))).isPresent();
        assertThat(ShownFields.of(new Document("a", 0))).isEmpty();
        assertThat(ShownFields.of(new Document("a", 1).append("b", 0))).isEmpty();
        assertThat(ShownFields.of(new Document("a", new Document("$slice", 1)))).isEmpty();
        assertThat(ShownFields.of(new Document("a.$", 1))).isEmpty();
        assertThat(ShownFields.of(new Document("a..b", 1))).isEmpty();
        assertThat(ShownFields.of(new Document("a", 1).append("a.b", 1))).isEmpty();
        assertThat(ShownFields.of(new Document("a.b.c", 1).append("a.b", 1))).isEmpty();
        assertThat(ShownFields.of(new Document("_id.a", 1))).isEmpty();
    }
}
