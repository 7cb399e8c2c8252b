package org.egcg.reporting.notice.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.egcg.reporting.control.ControlCharts;
import org.egcg.reporting.control.Grade;
import org.egcg.reporting.control.Violation;
import org.egcg.reporting.notice.Notice;
import org.egcg.reporting.notice.NoticeKind;
import org.egcg.reporting.notice.NoticeUrgency;
import org.egcg.reporting.notice.Pages;
import org.egcg.reporting.notice.Watch;

/** Rules of control charts that runs of the last 30 days have broken. */
record ControlWatch(Supplier<ControlCharts> charts, ZoneId zone) implements Watch {

    private static final int DAYS = 30;

    @Override
    public String name() {
        return "control charts";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(5);
    }

    @Override
    public List<Notice> look(Instant now) {
        LocalDate first = LocalDate.ofInstant(now, zone).minusDays(DAYS);
        return charts.get().violationsSince(first).stream()
                .map(violation -> notice(violation, now))
                .toList();
    }

    private static Notice notice(Violation violation, Instant now) {
        boolean isChanged = violation.rule().grade() == Grade.OUT_OF_CONTROL;
        return Notice.of(
                        NoticeKind.CONTROL_CHART,
                        violation.key(),
                        now,
                        violation.instrument() + ", " + violation.metric().title() + ": "
                                + violation.rule().name(),
                        violation.rule().sentence() + " Run " + violation.run() + ".",
                        Pages.instrument(violation.instrument()))
                .being(isChanged ? NoticeUrgency.URGENT : NoticeUrgency.INFORMATION)
                .within(violation.run())
                .on(Optional.of(violation.instrument()));
    }
}
