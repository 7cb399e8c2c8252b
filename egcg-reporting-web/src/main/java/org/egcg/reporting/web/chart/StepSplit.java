package org.egcg.reporting.web.chart;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.egcg.reporting.lims.SampleCourse;
import org.egcg.reporting.turnaround.LabSteps;
import org.egcg.reporting.turnaround.StepTimes;

/** Where the time of finished samples went: the median days in each step, by when they were received or delivered. */
public final class StepSplit {

    private final CalendarInterval span;
    private final Map<LocalDate, List<Map<String, Integer>>> groups = new TreeMap<>(Collections.reverseOrder());

    public StepSplit(CalendarInterval span, Turnaround.By by, List<SampleCourse> samples) {
        this.span = span;
        for (SampleCourse sample : samples) {
            Optional<LocalDateTime> counted = by == Turnaround.By.RECEIVED ? sample.started() : sample.finished();
            if (sample.finished().isPresent() && counted.isPresent()) {
                groups.computeIfAbsent(span.start(counted.get().toLocalDate()), start -> new ArrayList<>())
                        .add(StepTimes.stays(sample));
            }
        }
    }

    /** A row for each span, the latest first. */
    public List<BsonDocument> rows() {
        List<BsonDocument> rows = new ArrayList<>();
        groups.forEach((start, samples) -> {
            BsonDocument row = new BsonDocument("start", new BsonString(start.toString()))
                    .append("group", new BsonString(span.text(start)))
                    .append("samples", new BsonInt32(samples.size()));
            for (String step : LabSteps.ALL) {
                double[] days = samples.stream()
                        .filter(stays -> stays.containsKey(step))
                        .mapToDouble(stays -> stays.get(step))
                        .toArray();
                if (days.length > 0) {
                    row.append(step, new BsonDouble(Box.of(days).median()));
                }
            }
            rows.add(row);
        });
        return rows;
    }
}
