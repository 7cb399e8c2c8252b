package org.egcg.reporting.web.chart;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.egcg.reporting.web.chart.DailyActivity.Stretch;
import org.egcg.reporting.web.table.Quantity;

/** What pipelines were at work on, day by day (UTC). */
public final class Activity {

    /** What is counted apart. */
    public enum Kind {
        RUN_PROCS("run", false),
        SAMPLE_PROCS("sample", false),
        PROJECT_PROCS("project", false),
        RUN_STAGES("run", true),
        SAMPLE_STAGES("sample", true),
        PROJECT_STAGES("project", true);

        private final String type;
        private final boolean stages;

        Kind(String type, boolean stages) {
            this.type = type;
            this.stages = stages;
        }

        /** The kind of a process or stage of a data set of a type; empty for a type that there is none of. */
        public static Optional<Kind> of(String type, boolean stages) {
            return Arrays.stream(values())
                    .filter(kind -> kind.type.equals(type) && kind.stages == stages)
                    .findFirst();
        }

        public String id() {
            return type + (stages ? "_stages" : "_procs");
        }

        /** The name of its series. */
        public String label() {
            return Character.toUpperCase(type.charAt(0)) + type.substring(1) + (stages ? " stages" : " processes");
        }

        /** A number of them, in words. */
        String many(int number) {
            String noun = stages ? " stage" : " process";
            return Quantity.count(number) + " " + type + noun + (number == 1 ? "" : stages ? "s" : "es");
        }
    }

    /**
     * A process or stage.
     *
     * @param dataset what it was about
     * @param started in UTC
     * @param ended in UTC; empty if it is still at work
     */
    public record Work(String id, Kind kind, String dataset, LocalDateTime started, Optional<LocalDateTime> ended) {

        Stretch stretch(LocalDate today) {
            return new Stretch(
                    started.toLocalDate(), ended.map(LocalDateTime::toLocalDate).orElse(today));
        }

        /** As a row of a table. */
        public BsonDocument document() {
            BsonDocument row = new BsonDocument("key", new BsonString(kind.id() + " " + id))
                    .append("id", new BsonString(id))
                    .append("kind", new BsonString(kind.label()))
                    .append(kind.type, new BsonString(dataset))
                    .append("started", moment(started));
            ended.ifPresent(end -> row.append("ended", moment(end)));
            return row;
        }

        private static BsonDateTime moment(LocalDateTime utc) {
            return new BsonDateTime(utc.toInstant(ZoneOffset.UTC).toEpochMilli());
        }
    }

    private final LocalDate from;
    private final LocalDate to;
    private final List<Work> work;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Map<Kind, int[]> counts = new LinkedHashMap<>();

    /** @param stages whether stages are counted besides processes */
    public Activity(LocalDate from, LocalDate to, boolean stages, List<Work> work) {
        this.from = from;
        this.to = to;
        this.work = work.stream()
                .filter(each -> each.stretch(today).touches(from, to))
                .toList();
        for (Kind kind : Kind.values()) {
            if (stages || !kind.stages) {
                counts.put(kind, DailyActivity.count(stretches(kind), from, to));
            }
        }
    }

    private List<Stretch> stretches(Kind kind) {
        return work.stream()
                .filter(each -> each.kind() == kind)
                .map(each -> each.stretch(today))
                .toList();
    }

    public List<Kind> kinds() {
        return List.copyOf(counts.keySet());
    }

    public int days() {
        return counts.values().iterator().next().length;
    }

    /** How many of each kind there were at all, in words. */
    public List<String> totals() {
        return counts.keySet().stream()
                .map(kind -> kind.many(stretches(kind).size()))
                .toList();
    }

    /** {@code first}, a number from 1 January 1970, and {@code series} with a number for each day from then on. */
    public BsonDocument document() {
        BsonArray series = new BsonArray();
        counts.forEach((kind, days) -> series.add(new BsonDocument("name", new BsonString(kind.label()))
                .append(
                        "values",
                        new BsonArray(
                                Arrays.stream(days).mapToObj(BsonInt32::new).toList()))));
        return new BsonDocument("first", new BsonInt32((int) from.toEpochDay())).append("series", series);
    }

    /** A row for each day. */
    public List<BsonDocument> rows() {
        List<BsonDocument> rows = new ArrayList<>();
        for (int i = 0; i < days(); i++) {
            BsonDocument row =
                    new BsonDocument("day", new BsonString(from.plusDays(i).toString()));
            for (Map.Entry<Kind, int[]> kind : counts.entrySet()) {
                row.append(kind.getKey().id(), new BsonInt32(kind.getValue()[i]));
            }
            rows.add(row);
        }
        return rows;
    }

    /** What was at work on a day, or in the whole range. */
    public List<Work> work(Optional<LocalDate> day) {
        return work.stream()
                .filter(each -> each.stretch(today).touches(day.orElse(from), day.orElse(to)))
                .toList();
    }
}
