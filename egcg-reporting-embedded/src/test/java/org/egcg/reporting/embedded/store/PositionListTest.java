package org.egcg.reporting.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PositionListTest {

    private static Object id(int number) {
        return new ObjectId(
                ByteBuffer.allocate(12).putInt(number).putLong(-number).array());
    }

    private static List<Object> ids(int many) {
        return IntStream.range(0, many).mapToObj(PositionListTest::id).toList();
    }

    @Test
    void idsOfTheUsualKindAreWhatTheyWere() {
        for (int many : new int[] {0, 1, 16, 17, 1000}) {
            assertThat(PositionList.of(ids(many).stream())).isEqualTo(ids(many));
        }
    }

    @Test
    void othersAmongThemStayWhatTheyAre() {
        List<Object> mixed = Stream.of(ids(20), List.<Object>of(7, "text"), ids(3))
                .flatMap(List::stream)
                .toList();
        assertThat(PositionList.of(mixed.stream())).isEqualTo(mixed);
    }
}
