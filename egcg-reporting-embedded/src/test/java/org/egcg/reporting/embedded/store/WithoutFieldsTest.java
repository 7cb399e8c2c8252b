package org.egcg.reporting.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
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

class WithoutFieldsTest {

    private static final List<BsonDocument> LANES = List.of(
            BsonDocument.parse("{_id: 1, a: 1, b: {a: 2, c: [{a: 3}]}, z: null}"),
            BsonDocument.parse("{_id: 2, z: [1, 2], a: null}"),
            BsonDocument.parse("{_id: 3}"),
            BsonDocument.parse("{_id: 4, b: [], z: {}}"));

    /** A whole number of 64 bits is left to the library, which hides the same for it. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "z a", "b", "a b z", "x", "_id", "_id z"})
    void theStoreHidesWhatItsLibraryHides(String names) throws DuplicateKeyException {
        try (TestStore store = new TestStore();
                MongoStore connection = store.connect()) {
            connection.insert("lanes", LANES);

            assertThat(found(connection, names, new BsonInt32(0)))
                    .hasSize(LANES.size())
                    .containsExactlyElementsOf(found(connection, names, new BsonInt64(0)));
            assertThat(found(connection, "x", new BsonInt32(0)))
                    .as("nothing is missing from what is stored")
                    .containsExactlyElementsOf(
                            LANES.stream().map(BsonDocument::toJson).toList());
        }
    }

    /** As text, in which the order of fields counts. */
    private static List<String> found(MongoStore store, String names, BsonValue hidden) {
        BsonDocument projection = new BsonDocument();
        Arrays.stream(names.split(" ", -1)).forEach(name -> projection.append(name, hidden));
        return store.find(Find.in("lanes").only(projection)).list().stream()
                .map(BsonDocument::toJson)
                .toList();
    }

    @Test
    void whatIsMoreThanNamesIsLeftToTheLibrary() {
        assertThat(WithoutFields.of(new Document("a", 0).append("b", false))).isPresent();
        assertThat(WithoutFields.of(new Document("a", 1))).isEmpty();
        assertThat(WithoutFields.of(new Document("a", 0).append("b", 1))).isEmpty();
        assertThat(WithoutFields.of(new Document("a.b", 0))).isEmpty();
        assertThat(WithoutFields.of(new Document("a", new Document("$slice", 1))))
                .isEmpty();
    }

    @Test
    void aDocumentWithoutTheFieldsIsNoCopy() {
        WithoutFields hiding = WithoutFields.of(new Document("a", 0)).orElseThrow();
        Document without = new Document("b", 1);
        Document with = new Document("a", 1).append("b", 2);
        assertThat(hiding.apply(without)).isSameAs(without);
        assertThat(hiding.apply(with)).isEqualTo(new Document("b", 2));
        assertThat(with).containsKey("a");
    }
}
