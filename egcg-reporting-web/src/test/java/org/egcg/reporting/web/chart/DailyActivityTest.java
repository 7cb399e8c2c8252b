package org.egcg.reporting.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.web.chart.Activity.Kind;
import org.egcg.reporting.web.chart.Activity.Work;
import org.egcg.reporting.web.chart.DailyActivity.Stretch;
import org.junit.jupiter.api.Test;

class DailyActivityTest {

    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);

    private static Stretch days(int from, int to) {
        return new Stretch(FIRST.withDayOfMonth(from), FIRST.withDayOfMonth(to));
    }

    private static Work sample(String id, String started, String ended) {
        return new Work(
                id,
                Kind.SAMPLE_PROCS,
                "S1",
                LocalDateTime.parse(started),
                Optional.ofNullable(ended).map(LocalDateTime::parse));
    }

    @Test
    void theFirstAndTheLastDayCountInFull() {
        assertThat(DailyActivity.count(
                        List.of(days(1, 2), days(1, 2), days(1, 1), days(4, 5)), FIRST, FIRST.plusDays(4)))
                .containsExactly(3, 2, 0, 1, 1);
    }

    @Test
    void whatReachesBeyondTheRangeCountsWithinIt() {
        assertThat(DailyActivity.count(
                        List.of(days(1, 20), days(1, 5), days(6, 8), days(9, 30)),
                        LocalDate.of(2018, 1, 5),
                        LocalDate.of(2018, 1, 7)))
                .containsExactly(2, 2, 2);
    }

    @Test
    void oneMinuteAcrossMidnightIsTwoDays() {
        Activity activity = new Activity(
                FIRST,
                FIRST.plusDays(4),
                false,
                List.of(
                        sample("a", "2018-01-01T09:00", "2018-01-02T09:00"),
                        sample("b", "2018-01-01T23:59", "2018-01-02T00:00"),
                        sample("c", "2018-01-01T01:00", "2018-01-01T02:00"),
                        sample("d", "2018-01-04T10:00", "2018-01-05T10:00")));
        assertThat(activity.rows().stream()
                        .map(row -> row.getInt32("sample_procs").getValue()))
                .containsExactly(3, 2, 0, 1, 1);
        assertThat(activity.kinds().stream().map(Kind::label))
                .containsExactly("Run processes", "Sample processes", "Project processes");
        assertThat(activity.work(Optional.of(FIRST.plusDays(1))).stream().map(Work::id))
                .containsExactly("a", "b");
    }

    @Test
    void whatStillRunsCountsUpToToday() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Activity activity = new Activity(
                today.minusDays(2), today.plusDays(1), true, List.of(sample("a", today.minusDays(1) + "T10:00", null)));
        assertThat(activity.rows().stream()
                        .map(row -> row.getInt32("sample_procs").getValue()))
                .containsExactly(0, 1, 1, 0);
        assertThat(activity.kinds()).hasSize(6);
    }

    @Test
    void anUnknownKindIsNone() {
        assertThat(Kind.of("genome", true)).isEmpty();
        assertThat(Kind.of("project", true)).contains(Kind.PROJECT_STAGES);
    }
}
