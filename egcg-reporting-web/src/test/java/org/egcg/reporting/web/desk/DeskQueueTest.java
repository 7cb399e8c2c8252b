package org.egcg.reporting.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeskQueueTest {

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    private static Waiting waiting(DeskKind kind, String id, int days, String... projects) {
        return new Waiting(kind, id, List.of(projects), NOW.minus(Duration.ofDays(days)), NOW);
    }

    private static final DeskQueue QUEUE = new DeskQueue(List.of(
            waiting(DeskKind.SAMPLES, "S1", 6, "A"),
            waiting(DeskKind.LANES, "R_1", 3, "A", "B"),
            waiting(DeskKind.SAMPLES, "S2", 20, "B"),
            waiting(DeskKind.LANES, "R_2", 1)));

    @Test
    void whatPressesMostForItsKindComesFirst() {
        assertThat(QUEUE.all()).extracting(Waiting::id).containsExactly("S2", "R_1", "S1", "R_2");
        assertThat(QUEUE.urgent()).isEqualTo(2);
    }

    @Test
    void kindsAndProjectsAreLookedAtAlone() {
        assertThat(QUEUE.of(Optional.of(DeskKind.LANES), "").all())
                .extracting(Waiting::id)
                .containsExactly("R_1", "R_2");
        assertThat(QUEUE.of(Optional.empty(), "B").all())
                .extracting(Waiting::id)
                .containsExactly("S2", "R_1");
        assertThat(QUEUE.projects("")).isEqualTo(Map.of("A", 2, "B", 2));
        assertThat(QUEUE.named("lanes:R_2")).isPresent();
        assertThat(QUEUE.named("samples:R_2")).isEmpty();
    }

    @Test
    void aProjectThatIsAskedForIsNamedAlsoIfNothingOfItWaits() {
        assertThat(QUEUE.projects("NOPE")).isEqualTo(Map.of("A", 2, "B", 2, "NOPE", 0));
        assertThat(QUEUE.projects("A")).isEqualTo(Map.of("A", 2, "B", 2));
        assertThat(DeskQueue.absence(Optional.empty(), "NOPE"))
                .isEqualTo("Nothing of project NOPE waits for a decision");
        assertThat(DeskQueue.absence(Optional.of(DeskKind.LANES), "B"))
                .isEqualTo("No lanes of project B wait for a decision");
        assertThat(DeskQueue.absence(Optional.of(DeskKind.SAMPLES), "")).isEqualTo("No samples wait for a decision");
        assertThat(DeskQueue.absence(Optional.empty(), "")).isEqualTo("Nothing waits for a decision");
    }

    @Test
    void whatElseWaitsIsNamed() {
        assertThat(QUEUE.others(Optional.empty(), "NOPE")).isEqualTo("4 lanes and samples of other projects wait.");
        assertThat(QUEUE.others(Optional.of(DeskKind.LANES), "")).isEqualTo("2 samples wait.");
        assertThat(QUEUE.others(Optional.of(DeskKind.LANES), "A")).isEqualTo("3 lanes and samples wait.");
        assertThat(QUEUE.others(Optional.empty(), "")).isEmpty();
        assertThat(new DeskQueue(List.of(waiting(DeskKind.LANES, "R_1", 3, "A"))).others(Optional.empty(), "B"))
                .isEqualTo("1 lane of another project waits.");
    }

    @Test
    void namesAreInTheOrderInWhichPeopleLookForThem() {
        DeskQueue queue = new DeskQueue(List.of(
                waiting(DeskKind.SAMPLES, "S10", 6, "P10"),
                waiting(DeskKind.SAMPLES, "S9", 6, "P9"),
                waiting(DeskKind.SAMPLES, "S91", 6, "P91")));
        assertThat(queue.projects("").keySet()).containsExactly("P9", "P10", "P91");
        assertThat(queue.all()).extracting(Waiting::id).containsExactly("S9", "S10", "S91");
    }

    @Test
    void whatIsDatedInTheFutureHasNotWaited() {
        assertThat(waiting(DeskKind.LANES, "R_3", -2).waited()).isEqualTo(Duration.ZERO);
    }
}
