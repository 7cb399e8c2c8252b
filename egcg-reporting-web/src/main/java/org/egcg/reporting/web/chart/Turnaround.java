package org.egcg.reporting.web.chart;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.statistics.descriptive.Mean;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/** How long samples took from their arrival to their delivery, by when that was. */
public final class Turnaround {

    private static final double SECONDS_OF_A_WEEK = Duration.ofDays(7).toSeconds();

    /** A finished sample. */
    public record Finished(String sample, String project, LocalDateTime started, LocalDateTime finished) {

        /** From the one to the other in weeks: 42 days are 6. */
        public double weeks() {
            return Duration.between(started, finished).toSeconds() / SECONDS_OF_A_WEEK;
        }
    }

    /** By which of its dates a sample is counted. */
    public enum By {
        RECEIVED("received", "Order by date received") {
            @Override
            LocalDate day(Finished sample) {
                return sample.started().toLocalDate();
            }
        },
        DELIVERED("delivered", "Order by date delivered") {
            @Override
            LocalDate day(Finished sample) {
                return sample.finished().toLocalDate();
            }
        };

        private final String word;
        private final String label;

        By(String word, String label) {
            this.word = word;
            this.label = label;
        }

        abstract LocalDate day(Finished sample);

        public String word() {
            return word;
        }

        public String label() {
            return label;
        }
    }

    private final CalendarInterval span;
    private final By by;
    private final SortedMap<LocalDate, List<Finished>> groups = new TreeMap<>();

    public Turnaround(CalendarInterval span, By by, List<Finished> samples) {
        this.span = span;
        this.by = by;
        samples.stream().sorted(Comparator.comparing(Finished::sample)).forEach(sample -> groups.computeIfAbsent(
                        start(sample), day -> new ArrayList<>())
                .add(sample));
    }

    private LocalDate start(Finished sample) {
        return span.start(by.day(sample));
    }

    /** What the span is called that a sample is counted in. */
    public String group(Finished sample) {
        return span.text(start(sample));
    }

    /** {@code groups} in the order of time, and {@code outliers} as group, weeks, sample. */
    public BsonDocument document() {
        BsonArray drawn = new BsonArray();
        BsonArray outliers = new BsonArray();
        groups.forEach((start, samples) -> {
            Box box = Box.of(weeks(samples));
            BsonInt32 place = new BsonInt32(drawn.size());
            samples.stream()
                    .filter(sample -> box.leavesOut(sample.weeks()))
                    .forEach(sample -> outliers.add(new BsonArray(List.<BsonValue>of(
                            place, new BsonDouble(sample.weeks()), new BsonString(sample.sample())))));
            drawn.add(new BsonDocument("name", new BsonString(span.text(start)))
                    .append("n", new BsonInt32(samples.size()))
                    .append("mean", new BsonDouble(mean(samples)))
                    .append("box", LaneChart.numbers(box)));
        });
        return new BsonDocument("groups", drawn).append("outliers", outliers);
    }

    /** What is drawn as rows of a table. */
    public List<BsonDocument> rows() {
        List<BsonDocument> rows = new ArrayList<>();
        for (Map.Entry<LocalDate, List<Finished>> group : groups.entrySet()) {
            BsonDocument row = new BsonDocument(
                            "start", new BsonString(group.getKey().toString()))
                    .append("group", new BsonString(span.text(group.getKey())))
                    .append("samples", new BsonInt32(group.getValue().size()))
                    .append("mean", new BsonDouble(mean(group.getValue())));
            rows.add(LaneChart.withBox(row, Box.of(weeks(group.getValue()))));
        }
        return rows;
    }

    private static double mean(List<Finished> samples) {
        return Mean.of(weeks(samples)).getAsDouble();
    }

    private static double[] weeks(List<Finished> samples) {
        return samples.stream().mapToDouble(Finished::weeks).toArray();
    }
}
