package org.egcg.reporting.web.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.egcg.reporting.control.ChartState;
import org.egcg.reporting.web.home.Item;
import org.egcg.reporting.web.home.Line;
import org.egcg.reporting.web.home.NewRun;
import org.egcg.reporting.web.home.Overview;
import org.egcg.reporting.web.home.RunningPipeline;
import org.egcg.reporting.web.home.Urgency;
import org.junit.jupiter.api.Test;

class HomeStateTest {

    private static final LocalDate TODAY = LocalDate.of(2031, 3, 9);
    private static final Instant NOW = Instant.parse("2031-03-09T08:00:00Z");
    private static final Line WAITING = line(3, Duration.ofHours(5));

    private static Line line(int count, Duration oldest) {
        return new Line(
                Urgency.URGENT,
                count,
                "Samples wait for a review",
                "The oldest has waited since Friday.",
                oldest,
                List.of(new Item("GX7P04", "2 days", "/sample/GX7P04")),
                "/samples/to_review");
    }

    private static Overview overview(Line line, String elapsed, Instant asOf) {
        return new Overview(
                List.of(line),
                List.of(),
                7,
                2,
                List.of(new NewRun("310307_M09001_0007_A", "/run/x", List.of(), "91.2", false, "to review", "warn")),
                List.of(new RunningPipeline("GX7P05", "sample", "bwa", elapsed, "", "/sample/GX7P05")),
                List.of(),
                false,
                asOf);
    }

    private static String digest(Overview overview) {
        return HomeState.of(overview, List.of(new HomeState.Standing("M09001", ChartState.NO_LIMITS)), TODAY)
                .digest();
    }

    @Test
    void whenItWasReadAndHowLongSomethingHasWaitedIsNoDifference() {
        assertThat(digest(overview(line(3, Duration.ofHours(6)), "1 h", NOW.plusSeconds(20))))
                .isEqualTo(digest(overview(WAITING, "1 h", NOW)));
    }

    @Test
    void whateverIsShownIsADifference() {
        Overview shown = overview(WAITING, "1 h", NOW);
        assertThat(digest(overview(line(4, Duration.ofHours(5)), "1 h", NOW))).isNotEqualTo(digest(shown));
        assertThat(digest(overview(WAITING, "1 h 1 min", NOW))).isNotEqualTo(digest(shown));
        assertThat(HomeState.of(shown, List.of(), TODAY).digest()).isNotEqualTo(digest(shown));
        assertThat(HomeState.of(shown, List.of(new HomeState.Standing("M09001", ChartState.OUT_OF_CONTROL)), TODAY)
                        .digest())
                .isNotEqualTo(digest(shown));
        assertThat(HomeState.of(
                                shown,
                                List.of(new HomeState.Standing("M09001", ChartState.NO_LIMITS)),
                                TODAY.plusDays(1))
                        .digest())
                .isNotEqualTo(digest(shown));
    }
}
