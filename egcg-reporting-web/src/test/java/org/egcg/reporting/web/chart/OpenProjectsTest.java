package org.egcg.reporting.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.egcg.reporting.lims.SampleCourse;
import org.egcg.reporting.lims.SampleCourse.Stay;
import org.egcg.reporting.turnaround.StepTimes;
import org.junit.jupiter.api.Test;

class OpenProjectsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static SampleCourse finished(LocalDate start) {
        return new SampleCourse(
                "F" + start,
                Optional.of("OLD"),
                "finished",
                Optional.empty(),
                List.of(
                        new Stay("sequencing", Optional.of(start)),
                        new Stay("delivery", Optional.of(start.plusDays(10)))),
                Optional.of(start.atStartOfDay()),
                Optional.of(start.plusDays(14).atStartOfDay()));
    }

    private static SampleCourse open(String name, String project, String status) {
        return new SampleCourse(
                name,
                Optional.of(project),
                status,
                Optional.of(TODAY.atStartOfDay()),
                List.of(new Stay(status, Optional.of(TODAY))),
                Optional.of(TODAY.minusDays(70).atStartOfDay()),
                Optional.empty());
    }

    private static final List<SampleCourse> HISTORY = IntStream.range(0, 30)
            .mapToObj(i -> finished(LocalDate.of(2026, 1, 1).plusDays(i)))
            .toList();

    private static List<BsonDocument> rows(OptionalInt target, SampleCourse... open) {
        return new OpenProjects(List.of(open), StepTimes.of(HISTORY), target).rows(TODAY);
    }

    @Test
    void aProjectHasARowWhileASampleOfItIsInSomeStep() {
        List<BsonDocument> rows = rows(
                OptionalInt.of(12),
                open("A", "P1", "delivery"),
                open("B", "P1", "sequencing"),
                open("C", "P2", "removed"));
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).toJson()).isEqualTo("""
                        {"project_id": "P1", "open": 2, "step": "sequencing", "received": "2026-03-23", "weeks": 10.0, \
                        "soonest": "2026-06-15", "likely": "2026-06-15", "latest": "2026-06-15", "due": "2026-06-15", \
                        "late": 0.0}""");
    }

    @Test
    void whereNothingIsPromisedNothingIsLate() {
        assertThat(rows(OptionalInt.empty(), open("A", "P1", "delivery")).get(0))
                .doesNotContainKeys("due", "late");
    }

    @Test
    void theTimeOfFinishedSamplesIsSplitByStep() {
        List<BsonDocument> rows = new StepSplit(CalendarInterval.MONTH, Turnaround.By.DELIVERED, HISTORY).rows();
        assertThat(rows.stream().map(BsonDocument::toJson)).containsExactly("""
                        {"start": "2026-02-01", "group": "Feb 2026", "samples": 13, "sequencing": 10.0, "delivery": 4.0}""", """
                        {"start": "2026-01-01", "group": "Jan 2026", "samples": 17, "sequencing": 10.0, "delivery": 4.0}""");
    }
}
