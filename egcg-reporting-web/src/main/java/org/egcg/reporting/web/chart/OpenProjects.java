package org.egcg.reporting.web.chart;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.egcg.reporting.lims.SampleCourse;
import org.egcg.reporting.turnaround.Forecast;
import org.egcg.reporting.turnaround.LabSteps;
import org.egcg.reporting.turnaround.StepTimes;

/** When each project that has samples in the laboratory will be done, if all goes on as it went. */
public final class OpenProjects {

    private static final double DAYS_OF_A_WEEK = 7;

    private final List<SampleCourse> samples;
    private final StepTimes times;
    private final OptionalInt target;

    /**
     * @param samples of open projects
     * @param times how long steps took
     * @param target within how many weeks of its arrival a sample is to be delivered
     */
    public OpenProjects(List<SampleCourse> samples, StepTimes times, OptionalInt target) {
        this.samples = samples;
        this.times = times;
        this.target = target;
    }

    /** A row for each project. */
    public List<BsonDocument> rows(LocalDate today) {
        Map<String, List<SampleCourse>> open = new TreeMap<>();
        samples.stream()
                .filter(sample -> LabSteps.ALL.contains(sample.status()))
                .filter(sample -> sample.finished().isEmpty())
                .forEach(sample -> sample.project()
                        .ifPresent(project -> open.computeIfAbsent(project, any -> new ArrayList<>())
                                .add(sample)));
        return open.entrySet().stream()
                .map(project -> row(project.getKey(), project.getValue(), today))
                .toList();
    }

    private BsonDocument row(String project, List<SampleCourse> open, LocalDate today) {
        BsonDocument row = new BsonDocument("project_id", new BsonString(project))
                .append("open", new BsonInt32(open.size()))
                .append("step", new BsonString(rearmost(open)));
        Optional<LocalDate> received = open.stream()
                .flatMap(sample -> sample.started().stream())
                .map(LocalDateTime::toLocalDate)
                .min(LocalDate::compareTo);
        received.ifPresent(day -> row.append("received", date(day))
                .append("weeks", new BsonDouble(ChronoUnit.DAYS.between(day, today) / DAYS_OF_A_WEEK)));
        Forecast.of(open, times, today).ifPresent(forecast -> {
            row.append("soonest", date(forecast.soonest()))
                    .append("likely", date(forecast.likely()))
                    .append("latest", date(forecast.latest()));
            received.ifPresent(day -> late(row, day, forecast));
        });
        return row;
    }

    /** The step of the sample that has the longest way to go. */
    private static String rearmost(List<SampleCourse> open) {
        return open.stream()
                .map(SampleCourse::status)
                .min(java.util.Comparator.comparing(LabSteps.ALL::indexOf))
                .orElseThrow();
    }

    private void late(BsonDocument row, LocalDate received, Forecast forecast) {
        if (target.isPresent()) {
            LocalDate due = received.plusWeeks(target.getAsInt());
            row.append("due", date(due));
            row.append("late", new BsonDouble(ChronoUnit.DAYS.between(due, forecast.likely()) / DAYS_OF_A_WEEK));
        }
    }

    private static BsonString date(LocalDate day) {
        return new BsonString(day.toString());
    }
}
