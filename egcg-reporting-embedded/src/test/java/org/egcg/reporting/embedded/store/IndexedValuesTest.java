package org.egcg.reporting.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Indexes are asked for what a query wants, the one that knows of the fewest documents first. */
class IndexedValuesTest {

    private static final int DOCUMENTS = 10_000;
    private static final int RARE = 30;

    private final CandidateIndex by = index("by", "_id");
    private final CandidateIndex fields = index("fields", "_id");
    private final CandidateIndex both = index("by", "fields", "_id");

    private static CandidateIndex index(String... names) {
        List<IndexKey> keys =
                Stream.of(names).map(name -> new IndexKey(name, true)).toList();
        return new HashIndex(String.join("_", names), keys, false, false);
    }

    IndexedValuesTest() {
        for (int i = 0; i < DOCUMENTS; i++) {
            boolean early = i < DOCUMENTS / 2;
            Document document = new Document("_id", i)
                    .append("by", early && i >= RARE ? "ann" : "bob")
                    .append("fields", List.of("date", early ? "colour" : "size"));
            for (CandidateIndex index : List.of(by, fields, both)) {
                index.add(document, i, null);
            }
        }
    }

    private static List<IndexedValues> values(Document query, CandidateIndex... indexes) {
        return new QueryPlan(List.<Index<Object>>of(indexes)).values(query);
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.rangeClosed(to, from).map(i -> to + from - i).boxed().toList();
    }

    @Test
    void anIdBehindTheFieldsIsNoValue() {
        assertThat(by.fields()).containsExactly("by");
        assertThat(both.fields()).containsExactly("by", "fields");
        assertThat(index("_id").fields()).containsExactly("_id");
        assertThat(by.getKeys()).hasSize(2);
    }

    @Test
    void anIndexOfBothKnowsNoOtherDocuments() {
        Document query = new Document("by", "bob").append("fields", "colour");
        List<IndexedValues> values = values(query, by, fields, both);
        assertThat(values.get(0).index()).isSameAs(both);
        assertThat(values.get(0).size()).isEqualTo(RARE);
    }

    @Test
    void whatOneIndexNamesAnotherOneHasToKnowToo() {
        Document query = new Document("by", "bob").append("fields", "colour");
        IdRange newest = new IdRange(Optional.empty(), false, Optional.empty(), true);
        assertThat(IndexedValues.walk(values(query, by, fields), newest, 5).map(Integer.class::cast))
                .isEqualTo(numbers(RARE - 1, 0));
        assertThat(IndexedValues.walk(values(query, by, fields), newest.after(20), 5)
                        .map(Integer.class::cast))
                .isEqualTo(numbers(19, 0));
    }

    @Test
    void severalValuesAreGoneThroughInOneOrder() {
        Document query = new Document("by", new Document("$in", List.of("bob", "ann", "bob", "eve")));
        IdRange down = new IdRange(Optional.of(DOCUMENTS / 2 + 700), false, Optional.of(10), true);
        assertThat(IndexedValues.walk(values(query, by), down, 1).map(Integer.class::cast))
                .isEqualTo(numbers(DOCUMENTS / 2 + 700, 10));
        Document listed = new Document("fields", new Document("$in", List.of("date", "size")));
        assertThat(IndexedValues.walk(values(listed, fields), IdRange.ALL, 0)).hasSize(DOCUMENTS);
    }
}
