package org.egcg.reporting.turnaround;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.egcg.reporting.lims.SampleCourse;
import org.egcg.reporting.lims.SampleCourse.Stay;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    /** A finished sample that was so many days in library queue, sequencing and delivery. */
    private static SampleCourse finished(int queue, int sequencing, int delivery) {
        LocalDate start = LocalDate.of(2026, 1, 1);
        return new SampleCourse(
                "F",
                Optional.of("P"),
                "finished",
                Optional.empty(),
                List.of(
                        new Stay("library_queue", Optional.of(start)),
                        new Stay("sequencing", Optional.of(start.plusDays(queue))),
                        new Stay("delivery", Optional.of(start.plusDays(queue + sequencing)))),
                Optional.of(start.atStartOfDay()),
                Optional.of(start.plusDays(queue + sequencing + delivery).atStartOfDay()));
    }

    private static SampleCourse open(String name, String status, int days) {
        return new SampleCourse(
                name,
                Optional.of("P"),
                status,
                Optional.of(TODAY.minusDays(days).atStartOfDay()),
                List.of(new Stay(status, Optional.of(TODAY.minusDays(days)))),
                Optional.empty(),
                Optional.empty());
    }

    /** A hundred samples, of which the queue took 1 to 100 days, sequencing ten and delivery two. */
    private static final StepTimes HUNDRED = StepTimes.of(
            IntStream.rangeClosed(1, 100).mapToObj(i -> finished(i, 10, 2)).toList());

    private static Forecast forecast(SampleCourse... samples) {
        return Forecast.of(List.of(samples), HUNDRED, TODAY).orElseThrow();
    }

    @Test
    void whatIsBeforeASampleIsAddedUp() {
        assertThat(forecast(open("A", "sequencing", 0)))
                .isEqualTo(new Forecast(TODAY.plusDays(12), TODAY.plusDays(12), TODAY.plusDays(12)));
    }

    @Test
    void itIsAsUncertainAsTheStepsWere() {
        Forecast queued = forecast(open("A", "library_queue", 0));
        assertThat(queued.soonest()).isBetween(TODAY.plusDays(20), TODAY.plusDays(25));
        assertThat(queued.likely()).isBetween(TODAY.plusDays(58), TODAY.plusDays(67));
        assertThat(queued.latest()).isBetween(TODAY.plusDays(99), TODAY.plusDays(105));
    }

    @Test
    void whoHasWaitedIsHeldAgainstThoseWhoWaitedLonger() {
        Forecast waited = forecast(open("A", "library_queue", 80));
        assertThat(waited.likely())
                .as("half of those that took more than 80 days took 10 more")
                .isBetween(TODAY.plusDays(20), TODAY.plusDays(25));
    }

    @Test
    void whoHasWaitedLongerThanAllMayLeaveTomorrow() {
        assertThat(forecast(open("A", "library_queue", 400)).likely()).isEqualTo(TODAY.plusDays(13));
    }

    @Test
    void aProjectIsDoneWhenItsLastSampleIs() {
        assertThat(forecast(open("A", "delivery", 0), open("B", "sequencing", 0))
                        .likely())
                .isEqualTo(TODAY.plusDays(12));
    }

    @Test
    void samplesOfAProjectGoTogetherSoThatManyTakeNoLongerThanOne() {
        SampleCourse[] many = IntStream.range(0, 90)
                .mapToObj(i -> open("S" + i, "library_queue", 0))
                .toArray(SampleCourse[]::new);
        assertThat(forecast(many).likely()).isBetween(TODAY.plusDays(58), TODAY.plusDays(67));
    }

    @Test
    void theSameSamplesHaveTheSameForecast() {
        assertThat(forecast(open("A", "library_queue", 3), open("B", "library_queue", 4)))
                .isEqualTo(forecast(open("B", "library_queue", 4), open("A", "library_queue", 3)));
    }

    @Test
    void whatHappenedInThePastHoldsTrueForNineOfTen() {
        List<SampleCourse> known = new ArrayList<>();
        java.util.Random random = new java.util.Random(7);
        IntStream.range(0, 400).forEach(i -> known.add(finished(1 + random.nextInt(60), 5 + random.nextInt(20), 1)));
        StepTimes times = StepTimes.of(known);
        int within = 0;
        for (int i = 0; i < 200; i++) {
            int took = 1 + random.nextInt(60) + 5 + random.nextInt(20) + 1;
            Forecast said = Forecast.of(List.of(open("S" + i, "library_queue", 0)), times, TODAY)
                    .orElseThrow();
            within += TODAY.plusDays(took).isAfter(said.latest()) ? 0 : 1;
        }
        assertThat(within).isBetween(168, 192);
    }

    @Test
    void ofFewFinishedSamplesThereIsNoForecast() {
        StepTimes few = StepTimes.of(
                IntStream.range(0, 19).mapToObj(i -> finished(1, 1, 1)).toList());
        assertThat(Forecast.of(List.of(open("A", "sequencing", 0)), few, TODAY)).isEmpty();
        assertThat(Forecast.of(List.of(), HUNDRED, TODAY)).isEmpty();
    }

    @Test
    void aStepThatFewGoThroughIsNotForecast() {
        List<SampleCourse> mixed = new ArrayList<>(
                IntStream.range(0, 100).mapToObj(i -> finished(5, 10, 2)).toList());
        mixed.add(new SampleCourse(
                "odd",
                Optional.of("P"),
                "finished",
                Optional.empty(),
                List.of(new Stay("sequencing_queue", Optional.of(TODAY.minusDays(300)))),
                Optional.empty(),
                Optional.of(TODAY.atStartOfDay())));
        assertThat(Forecast.of(List.of(open("A", "library_queue", 0)), StepTimes.of(mixed), TODAY)
                        .orElseThrow()
                        .likely())
                .isEqualTo(TODAY.plusDays(17));
    }

    @Test
    void visitsOfTheSameStepCountTogether() {
        LocalDate start = LocalDate.of(2026, 1, 1);
        SampleCourse twice = new SampleCourse(
                "A",
                Optional.of("P"),
                "finished",
                Optional.empty(),
                List.of(
                        new Stay("sequencing", Optional.of(start)),
                        new Stay("bioinformatics", Optional.of(start.plusDays(4))),
                        new Stay("sequencing", Optional.of(start.plusDays(6))),
                        new Stay("unknown", Optional.of(start.plusDays(9)))),
                Optional.empty(),
                Optional.of(start.plusDays(11).atStartOfDay()));
        assertThat(StepTimes.stays(twice))
                .containsEntry("sequencing", 7)
                .containsEntry("bioinformatics", 2)
                .hasSize(2);
    }
}
