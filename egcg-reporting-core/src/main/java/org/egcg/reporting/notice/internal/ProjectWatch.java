package org.egcg.reporting.notice.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.lims.LimsReports;
import org.egcg.reporting.lims.SampleCourse;
import org.egcg.reporting.lims.request.Scope;
import org.egcg.reporting.lims.request.StatusRequest;
import org.egcg.reporting.notice.Notice;
import org.egcg.reporting.notice.NoticeKind;
import org.egcg.reporting.notice.Pages;
import org.egcg.reporting.notice.Watch;
import org.egcg.reporting.turnaround.LabSteps;
import org.egcg.reporting.turnaround.Usual;

/**
 * Projects all of whose samples are finished, or that take longer than was promised; where nothing was, longer than nine of
 * ten samples of the last year took.
 *
 * @param weeks within which a sample is to be delivered
 */
record ProjectWatch(Supplier<LimsReports> lims, OptionalInt weeks, ZoneId zone) implements Watch {

    private static final int YEAR = 365;
    private static final int ENOUGH = 10;
    private static final double MOST = 0.9;
    private static final int DAYS_OF_A_WEEK = 7;

    @Override
    public String name() {
        return "projects";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(30);
    }

    @Override
    public List<Notice> look(Instant now) {
        LocalDateTime local = LocalDateTime.ofInstant(now, zone);
        Scope closed =
                Scope.of(Scope.State.CLOSED).receivedAfter(local.minusDays(YEAR).toLocalDate());
        List<Notice> found = new ArrayList<>();
        for (Scope scope : List.of(Scope.open(), closed)) {
            for (BsonDocument project : lims.get().answer(StatusRequest.projects(scope))) {
                complete(project, now).ifPresent(found::add);
            }
        }
        List<SampleCourse> open = lims.get().courses(Scope.open());
        limit(open, closed).ifPresent(most -> late(open, most, local)
                .forEach((project, started) -> found.add(Notice.of(
                                NoticeKind.PROJECT_LATE,
                                project,
                                now,
                                project,
                                "Work on a sample of it started "
                                        + Duration.between(started, local).toDays()
                                        + " days ago, and it is not finished; "
                                        + (weeks.isPresent() ? "promised are " : "9 of 10 samples take less than ")
                                        + most.toDays() + " days.",
                                Pages.project(project))
                        .ofProjects(List.of(project)))));
        return found;
    }

    private static Optional<Notice> complete(BsonDocument project, Instant now) {
        String id = Bson.text(project, "project_id");
        String finished = Bson.text(project, "finished_date");
        return id.isEmpty() || finished.isEmpty()
                ? Optional.empty()
                : Optional.of(Notice.of(
                                NoticeKind.PROJECT_COMPLETE,
                                id,
                                now,
                                id,
                                "As many samples as were quoted are finished.",
                                Pages.project(id))
                        .ofProjects(List.of(id)));
    }

    private Optional<Duration> limit(List<SampleCourse> open, Scope closed) {
        if (weeks.isPresent()) {
            return Optional.of(Duration.ofDays((long) DAYS_OF_A_WEEK * weeks.getAsInt()));
        }
        List<SampleCourse> known = new ArrayList<>(open);
        known.addAll(lims.get().courses(closed));
        Usual usual = new Usual(known.stream()
                .flatMap(sample -> sample.started().stream().flatMap(started -> sample.finished().stream()
                        .map(finished -> Duration.between(started, finished))))
                .toList());
        return usual.isKnown(ENOUGH) ? Optional.of(usual.quantile(MOST)) : Optional.empty();
    }

    /** When work on the first late sample of each late project started. */
    private static Map<String, LocalDateTime> late(List<SampleCourse> open, Duration most, LocalDateTime local) {
        Map<String, LocalDateTime> late = new TreeMap<>();
        open.stream()
                .filter(sample -> LabSteps.ALL.contains(sample.status())
                        && sample.project().isPresent())
                .forEach(sample -> sample.started()
                        .filter(started -> started.plus(most).isBefore(local))
                        .ifPresent(started -> late.merge(
                                sample.project().orElseThrow(),
                                started,
                                (one, other) -> one.isBefore(other) ? one : other)));
        return late;
    }
}
