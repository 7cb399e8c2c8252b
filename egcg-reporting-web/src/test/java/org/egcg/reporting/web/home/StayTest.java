package org.egcg.reporting.web.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.lims.SampleCourse;
import org.junit.jupiter.api.Test;

class StayTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 12, 1, 4, 0);

    private static List<Stay> stays(Optional<LocalDateTime> since) {
        return Stay.of(
                new SampleCourse(
                        "S",
                        Optional.of("P"),
                        "sequencing",
                        since,
                        List.of(
                                new SampleCourse.Stay("delivery", Optional.of(LocalDate.of(2026, 11, 2))),
                                new SampleCourse.Stay("sequencing", Optional.of(LocalDate.of(2026, 11, 23)))),
                        Optional.empty(),
                        Optional.empty()),
                NOW);
    }

    /** The step that led to sequencing was done three days before anything happened there. */
    @Test
    void aSampleIsInItsStepForWholeDaysSinceItWasHandedOn() {
        assertThat(stays(Optional.of(LocalDateTime.of(2026, 11, 20, 9, 0))))
                .extracting(Stay::status, Stay::days, Stay::isLast)
                .containsExactly(tuple("delivery", 21L, false), tuple("sequencing", 10L, true));
    }

    @Test
    void withoutThatDateItIsThereSinceSomethingHappenedInIt() {
        assertThat(stays(Optional.empty()))
                .extracting(Stay::status, Stay::days, Stay::isLast)
                .containsExactly(tuple("delivery", 21L, false), tuple("sequencing", 8L, true));
    }

    @Test
    void aStatusInWhichNothingHasHappenedYetFollowsTheLastThatIsListed() {
        SampleCourse sample = new SampleCourse(
                "S",
                Optional.of("P"),
                "bioinformatics",
                Optional.of(NOW.minusDays(4)),
                List.of(new SampleCourse.Stay("sequencing", Optional.of(LocalDate.of(2026, 11, 20)))),
                Optional.empty(),
                Optional.empty());
        assertThat(Stay.of(sample, NOW))
                .extracting(Stay::status, Stay::days, Stay::isLast)
                .containsExactly(tuple("sequencing", 7L, false), tuple("bioinformatics", 4L, true));
    }

    @Test
    void whatIsStillToComeIsNoStay() {
        assertThat(stays(Optional.of(NOW.plusDays(1)))).extracting(Stay::status).containsExactly("delivery");
    }
}
