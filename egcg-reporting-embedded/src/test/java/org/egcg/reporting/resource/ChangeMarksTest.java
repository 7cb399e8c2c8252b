package org.egcg.reporting.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.bson.BsonDocument;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.Records;
import org.egcg.reporting.testkit.TestStore;
import org.egcg.reporting.trail.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nodes know of each other's writes. */
class ChangeMarksTest {

    private final TestStore store = new TestStore();
    private Reporting one;
    private Reporting other;

    @BeforeEach
    void open() {
        one = store.reporting();
        other = store.reporting();
        one.exchangeChanges();
        other.exchangeChanges();
    }

    @AfterEach
    void close() {
        other.close();
        one.close();
        store.close();
    }

    private static void post(Reporting node, String sample) {
        new Records(node).post("samples", "{\"sample_id\": \"" + sample + "\", \"project_id\": \"p\"}");
    }

    @Test
    void aWriteIsKnownWhereItHappenedAsSoonAsItIsAnswered() {
        Instant before = Instant.now();

        post(one, "s1");

        assertThat(one.changes().latest()).isAfterOrEqualTo(before);
        assertThat(one.changes().latest("samples")).isAfterOrEqualTo(before);
        assertThat(one.changes().latest("runs")).isEqualTo(Instant.MIN);
    }

    @Test
    void anotherNodeLearnsOfItWhenBothHaveExchangedTheirMarks() {
        post(one, "s1");
        Instant before = Instant.now();

        one.exchangeChanges();
        other.exchangeChanges();

        assertThat(other.changes().latest()).isAfterOrEqualTo(before);
        assertThat(other.changes().latest("samples")).isAfterOrEqualTo(before);
    }

    @Test
    void nodesThatWriteAtTheSameTimeHideNothingFromEachOther() {
        post(one, "s1");
        post(other, "s2");
        Instant before = Instant.now();

        one.exchangeChanges();
        other.exchangeChanges();
        one.exchangeChanges();

        assertThat(one.changes().latest()).isAfterOrEqualTo(before);
        assertThat(other.changes().latest()).isAfterOrEqualTo(before);
    }

    @Test
    void whatIsKnownAlreadyIsNotNewAgain() {
        post(one, "s1");
        one.exchangeChanges();
        other.exchangeChanges();
        Instant learned = other.changes().latest();

        one.exchangeChanges();
        other.exchangeChanges();

        assertThat(other.changes().latest()).isEqualTo(learned);
    }

    @Test
    void manyWritesOfANodeAreOneMark() {
        for (int written = 0; written < 20; written++) {
            post(one, "s" + written);
        }
        one.exchangeChanges();

        try (MongoStore look = store.connect()) {
            assertThat(look.count(ChangeMarks.COLLECTION, new BsonDocument())).isEqualTo(1);
        }
    }

    @Test
    void whoHasWrittenIsKnownByName() {
        Instant before = Instant.now();

        Origin.command("ada", "program").during(() -> {
            post(one, "s1");
            return null;
        });

        assertThat(one.changes().latestBy("ada")).isAfterOrEqualTo(before);
        assertThat(one.changes().latestBy("bob")).isEqualTo(Instant.MIN);
    }
}
