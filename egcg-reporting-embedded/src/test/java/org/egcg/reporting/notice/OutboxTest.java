package org.egcg.reporting.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.egcg.reporting.store.Find;
import org.egcg.reporting.store.MongoStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told once, and what is not told at all. */
class OutboxTest {

    private final Facility facility = new Facility();
    private final Notices one = facility.node();
    private final Notices other = facility.node();

    @AfterEach
    void close() {
        facility.close();
    }

    private List<String> told() {
        return one.of(Facility.ZOE).stream()
                .map(received -> received.notice().subject())
                .toList();
    }

    private List<BsonDocument> stored() {
        try (MongoStore look = facility.database.connect()) {
            return look.find(Find.in(Outbox.COLLECTION)).list();
        }
    }

    @Test
    void whatWasThereBeforeTheFirstLookIsNotTold() {
        facility.happens(NoticeKind.RUN_ERRORED, "old");
        facility.minute(one);
        facility.happens(NoticeKind.RUN_ERRORED, "new");
        facility.minute(one);

        assertThat(told()).containsExactly("new");
    }

    @Test
    void whatIsFoundAgainIsNotToldAgainWhicheverNodeLooks() {
        facility.minute(one);
        facility.happens(NoticeKind.RUN_ERRORED, "r1");
        for (int minute = 0; minute < 5; minute++) {
            facility.minute(other, one);
        }
        facility.minute(facility.node());

        assertThat(stored()).hasSize(1);
        assertThat(told()).containsExactly("r1");
    }

    @Test
    void nodesThatLookAtTheSameMomentTellOnce() throws Exception {
        facility.minute(one);
        List<Notices> nodes = Stream.generate(facility::node).limit(4).toList();
        for (int round = 0; round < 10; round++) {
            facility.happens(NoticeKind.RUN_ERRORED, "r" + round);
            facility.clock.pass(Duration.ofMinutes(1));
            ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
            nodes.forEach(node -> threads.execute(node::look));
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(stored().stream().map(document -> document.getString("key")))
                .hasSize(10)
                .doesNotHaveDuplicates();
    }

    @Test
    void manyOfOneGroupAreToldTogetherAndNoneOfThemAgain() {
        facility.minute(one);
        for (int lane = 1; lane <= 8; lane++) {
            facility.events.add(facility.happens(NoticeKind.LANE_FAILED, "r1_" + lane)
                    .within("r1")
                    .ofProjects(List.of("p" + lane % 2)));
            facility.events.remove(facility.events.size() - 2);
        }
        facility.minute(one);
        facility.minute(one);

        assertThat(told()).containsExactly("r1: 8 lanes fail");
        Notice summary = one.of(Facility.ZOE).get(0).notice();
        assertThat(summary.reason()).isEqualTo("r1_1; r1_2; r1_3; and 5 more.");
        assertThat(summary.projects()).containsExactly("p0", "p1");
    }

    @Test
    void whatComesToAGroupThatWasToldIsNews() {
        facility.minute(one);
        List<Notice> lanes = Stream.of("1", "2", "3", "4", "5")
                .map(lane ->
                        facility.happens(NoticeKind.LANE_FAILED, "r1_" + lane).within("r1"))
                .toList();
        facility.events.clear();
        facility.events.addAll(lanes.subList(0, 4));
        facility.minute(one);
        facility.events.add(lanes.get(4));
        facility.minute(one);

        assertThat(told()).containsExactly("r1_5", "r1: 4 lanes fail");
    }

    @Test
    void whatWasWrittenIsFoundWithinSeconds() {
        facility.minute(one);
        facility.happens(NoticeKind.RUN_ERRORED, "r1");
        facility.clock.pass(Duration.ofSeconds(10));
        one.look();
        assertThat(told()).isEmpty();

        facility.written = facility.clock.instant();
        one.look();
        assertThat(told()).containsExactly("r1");
    }

    @Test
    void signsThatEndALineAreNotInASubject() {
        facility.minute(one);
        facility.happens(NoticeKind.RUN_ERRORED, "r1\r\nBcc: all@example.org");
        facility.minute(one);

        assertThat(told()).containsExactly("r1  Bcc: all@example.org");
    }
}
